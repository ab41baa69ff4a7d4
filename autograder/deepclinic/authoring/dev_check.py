"""`deepclinic dev check`: every solution that is known to be right or wrong is graded as a student's would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from deepclinic.authoring.content import content_problems
from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo
from deepclinic.course.stub import stub_source
from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.judging.check import Check, checks_of, key_for
from deepclinic.judging.judge import judge_one
from deepclinic.report.model import Report

SEED = 20
"""Differs from the published seed, so that what is recognised there was graded elsewhere. Any other will do."""


@dataclass
class Findings:
    """What was found of one exercise. `problems` is empty when it is sound."""

    exercise: str
    alternatives: int = 0
    misconceptions: int = 0
    checks: int = 0
    problems: list[str] = field(default_factory=list)
    seconds_per_submission: float = 0.0


def check_exercise(
    grader: Grader, exercise: ExerciseInfo, on_step: Callable[[str], None] = lambda name: None, brief: bool = False
) -> Findings:
    """Grade stub, reference, alternatives and misconceptions of one exercise, and say what is not as it should be.

    `brief` grades misconceptions with the published seed only, on which they are recognised: half the observations.
    """
    right = solutions.alternatives(exercise.name)
    wrong = solutions.misconceptions(exercise.name)
    checks = checks_of(exercise.name)
    findings = Findings(exercise.name, len(right), len(wrong), len(checks), list(content_problems(exercise)))
    with TemporaryDirectory(prefix="deepclinic-dev-") as folder:
        stub = Path(folder, f"{exercise.name}.py")
        stub.write_text(stub_source(exercise.name), encoding="utf-8")
        cases: list[tuple[str, str, Path]] = [("stub", "stub", stub)]
        cases.append(("reference", "right", solutions.reference_path(exercise.name)))
        cases += [(f"alternative {a.id}", "right", a.path) for a in right]
        cases += [(w.id, "wrong", w.path) for w in wrong]
        of_wrong = grader.with_seed(PUBLISHED_SEED) if brief else grader
        graders = {"stub": grader, "right": grader, "wrong": of_wrong}
        reports = list(_graded(graders, exercise, cases, on_step))
    for (name, kind, _), report in zip(cases, reports, strict=True):
        findings.problems += [f"{name}: {problem}" for problem in _PROBLEMS[kind](name, report)]
    findings.problems += _unfailed(grader, exercise)
    findings.problems += _unsaid(grader, exercise)
    findings.seconds_per_submission = sum(report.seconds for report in reports) / len(reports)
    return findings


def _graded(
    graders: Mapping[str, Grader],
    exercise: ExerciseInfo,
    cases: Sequence[tuple[str, str, Path]],
    on_step: Callable[[str], None],
) -> Iterator[Report]:
    def grade(case: tuple[str, str, Path]) -> Report:
        report = graders[case[1]].grade(Submission(case[2], exercises=(exercise.name,)))[0]
        on_step(case[0])
        return report

    with ThreadPoolExecutor(graders["right"].jobs) as pool:
        yield from pool.map(grade, cases)


def _stub_problems(name: str, report: Report) -> Iterator[str]:
    for check in report.checks:
        if check.outcome == "pass":
            yield f"passes the check {check.id} as it is"
        elif check.outcome == "grader_fault":
            yield f"the grader fails on the check {check.id}: {check.message.en}"
    if report.outcome != "graded":
        yield f"is not graded: {report.reason.en}"


def _right_problems(name: str, report: Report) -> Iterator[str]:
    if report.reason.en:
        yield report.reason.en
    for check in report.checks:
        if check.outcome != "pass":
            yield f"does not pass {check.id} ({check.outcome}): {check.message.en} {check.traceback}".strip()
    if report.misconception:
        yield f"is taken for {report.misconception.id}"


def _wrong_problems(name: str, report: Report) -> Iterator[str]:
    if report.outcome != "graded" or report.reason.en:
        yield f"is not graded as a wrong solution: {report.outcome} {report.reason.en}"
    elif report.points == report.max_points:
        yield "gets full marks"
    elif report.misconception is None:
        yield "is not named"
    elif report.misconception.id != name:
        yield f"is taken for {report.misconception.id}"


_PROBLEMS: dict[str, Callable[[str, Report], Iterator[str]]] = {
    "stub": _stub_problems,
    "right": _right_problems,
    "wrong": _wrong_problems,
}


def _unfailed(grader: Grader, exercise: ExerciseInfo) -> Iterator[str]:
    """A check that no misconception fails is not a check."""
    expected = grader.expected.reference(exercise, PUBLISHED_SEED)
    known = grader.expected.misconceptions(exercise)
    for check in checks_of(exercise.name):
        if all(judge_one(check, wrong, expected).outcome == "pass" for wrong in known.values()):
            yield f"no misconception fails the check {check.id}"


def _unsaid(grader: Grader, exercise: ExerciseInfo) -> Iterator[str]:
    seen = [grader.expected.reference(exercise, PUBLISHED_SEED), *grader.expected.misconceptions(exercise).values()]
    for check in checks_of(exercise.name):
        probes = [observation.probes[check.id] for observation in seen if check.id in observation.probes]
        yield from unsaid(check, {entry for probe in probes for entry in probe.entries})


def unsaid(check: Check, observed: Set[str]) -> Iterator[str]:
    """Yield what no sentence is for, of the entries that were observed, and each rule and sentence that is for none."""
    for entry in sorted(observed):
        if key_for(check.says, entry) is None:
            yield f"check {check.id}: says nothing of {entry!r}, which is observed"
    for table, kind in ((check.rules, "rule"), (check.says, "says"), (check.advice, "advice")):
        for key in sorted(table.keys() - {key_for(table, entry) for entry in observed}):
            yield f"check {check.id}: {kind} {key!r} is for nothing that is observed"
