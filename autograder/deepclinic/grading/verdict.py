"""What holds for an exercise as a whole, beyond its checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from deepclinic.course.catalog import catalog
from deepclinic.grading.submissions import Submission
from deepclinic.isolation import Workers
from deepclinic.judging.check import checks_of
from deepclinic.judging.observation import Observation
from deepclinic.report.model import CheckOutcome, CheckResult, Report, ReportOutcome
from deepclinic.text import Text, placed


def whole_exercise(report: Report, yours: Observation) -> dict[str, Any]:
    """What holds for the exercise as a whole: not from scratch, a missing library, a fault of the grader's."""
    if report.not_from_scratch:
        features = ", ".join(report.not_from_scratch)
        return {
            "reason": Text(
                f"Not built from scratch: the solution uses {features}. This exercise is about building that yourself, "
                "so it gets 0 points.",
                f"직접 구현하지 않았습니다: {placed(features, 'ko')}을(를) 사용했습니다. "
                "바로 그것을 만드는 연습이므로 0점입니다.",
            )
        }
    if lacking := _lacking(yours):
        return {
            "outcome": "grader_fault",
            "reason": Text(
                f"The grading environment lacks something that the solution imports ({lacking}). "
                "No points are taken; a person will look.",
                f"채점 환경에 풀이가 불러오는 모듈이 없습니다 ({lacking}). 감점은 없으며 사람이 확인합니다.",
            ),
            "checks": tuple(replace(check, outcome="grader_fault", points=0.0) for check in report.checks),
        }
    if any(check.outcome == "grader_fault" for check in report.checks):
        return {
            "outcome": "grader_fault",
            "reason": Text(
                "The grader failed on its own reference solution. No points are taken; a person will look.",
                "채점기가 모범 답안을 확인하는 데 실패했습니다. 감점은 없으며 사람이 확인합니다.",
            ),
        }
    return {}


def ready_made(read: Sequence[str], used: Sequence[str]) -> tuple[str, ...]:
    """What is ready-made: as read in the source, with its lines, and what was seen in use but not read there."""
    placed_there = {name.partition(" (")[0] for name in read}
    return tuple(dict.fromkeys([*read, *(name for name in used if name not in placed_there)]))


def _lacking(yours: Observation) -> str:
    """What an import did not find, at the top of the solution or in a method; empty where nothing was missing."""
    errors = [yours.load_error] if yours.load_error else [probe.error for probe in yours.probes.values()]
    kinds = ("ModuleNotFoundError", "ImportError")[: 2 if yours.load_error else 1]
    return next((error.message or error.type for error in errors if error and error.type in kinds), "")


NOT_HANDED_IN = Text("Not handed in.", "제출되지 않았습니다.")
UNFOUND = Text("The solution is not in this file.", "이 파일에 풀이가 없습니다.")


def nothing_to_grade(submission: Submission, exercise: str, reason: Text, seed: int) -> Report:
    """The report on something that cannot be read, or in which there is nothing of this exercise."""
    return _ungraded(submission, exercise, "unreadable", "not_attempted", reason, seed)


def could_not_run(submission: Submission, exercise: str, fault: object, seed: int) -> Report:
    """The report where the machine or the grader failed."""
    reason = Text(
        f"The grader could not run here ({fault}). No points are taken; a person will look.",
        f"채점기를 실행할 수 없었습니다 ({fault}). 감점은 없으며 사람이 확인합니다.",
    )
    return _ungraded(submission, exercise, "grader_fault", "grader_fault", reason, seed)


def _ungraded(
    submission: Submission, exercise: str, outcome: ReportOutcome, of_checks: CheckOutcome, reason: Text, seed: int
) -> Report:
    known = exercise in {info.name for info in catalog().exercises}
    checks = checks_of(exercise) if known else ()
    return Report(
        submission=submission.name,
        exercise=exercise,
        outcome=outcome,
        max_points=sum(check.points for check in checks),
        checks=tuple(CheckResult(c.id, c.title, of_checks, 0.0, c.points, reason, hints=c.hints) for c in checks),
        student=submission.student,
        reason=reason,
        seed=seed,
    )


def worth_a_diagnosis(report: Report) -> bool:
    """True where something failed that a known misconception may explain."""
    return (
        report.outcome == "graded"
        and not report.not_from_scratch
        and any(check.outcome in ("fail", "stopped") for check in report.checks)
    )


def rest_to_come(report: Report, so_far: Observation) -> Report:
    """The report of what was observed so far; checks that were not observed yet wait, they have not failed."""
    later = Text("Follows in a moment.", "곧 이어집니다.")
    checks = [
        check
        if check.id in so_far.probes or check.outcome == "waiting"
        else CheckResult(check.id, check.title, "waiting", 0.0, check.max_points, later, hints=check.hints)
        for check in report.checks
    ]
    return replace(report, checks=tuple(checks))


def weak_isolation(workers: Workers) -> tuple[Text, ...]:
    """A note for every report where student code was not isolated as it should be."""
    if not workers.weak:
        return ()
    missing = ", ".join(mechanism.name for mechanism in workers.weak)
    return (
        Text(
            f"Graded with weak isolation: this machine lacks {missing}.",
            f"격리가 약한 상태에서 채점했습니다. 이 컴퓨터에 없는 것: {missing}.",
        ),
    )
