"""What to show first in one report, and what many reports say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from deepclinic.report.model import CheckResult, Misconception, Report
from deepclinic.report.words import who
from deepclinic.text import Text

FAILED = ("fail", "stopped", "not_attempted")
DECIDED = ("pass", *FAILED)


@dataclass(frozen=True)
class CheckRate:
    """How one check went in a class: `failed` of the `decided` (those that neither waited nor met a grader's fault)."""

    id: str
    title: Text
    failed: int
    decided: int

    @property
    def rate(self) -> float:
        """The share of failures, from 0 to 1."""
        return self.failed / self.decided if self.decided else 0.0


@dataclass(frozen=True)
class ExerciseSummary:
    """One exercise in a class. Misconceptions and rates come with the most frequent first."""

    exercise: str
    reports: tuple[Report, ...]
    checks: tuple[CheckResult, ...]
    """One of each check that occurs, in the order of the check list."""
    misconceptions: tuple[tuple[Misconception, int], ...]
    rates: tuple[CheckRate, ...]

    @property
    def most(self) -> float:
        """What the exercise is worth."""
        return max((report.max_points for report in self.reports), default=0.0)

    @property
    def average(self) -> float:
        """Mean points of the reports that the grader could grade."""
        return mean(self._graded) if self._graded else 0.0

    @property
    def median(self) -> float:
        """Median points of the reports that the grader could grade."""
        return median(self._graded) if self._graded else 0.0

    @property
    def distribution(self) -> tuple[int, ...]:
        """How many graded reports have a share of the points below 10 %, 20 %, …, 100 %, and how many all of them."""
        counts = [0] * 11
        for report in self.reports:
            if not report.needs_person:
                share = report.points / report.max_points if report.max_points else 1.0
                counts[10 if report.full_marks else min(int(10 * share + 1e-9), 9)] += 1
        return tuple(counts)

    @property
    def _graded(self) -> list[float]:
        return [report.points for report in self.reports if not report.needs_person]


def summarise(reports: Sequence[Report]) -> tuple[ExerciseSummary, ...]:
    """Summarise a class, exercise by exercise, in the order in which the exercises occur."""
    exercises = dict.fromkeys(report.exercise for report in reports)
    return tuple(_summary(name, [report for report in reports if report.exercise == name]) for name in exercises)


def first_failure(report: Report) -> CheckResult | None:
    """The check to look at first: one that failed or was stopped, else the grader's fault, else the first open one."""
    for outcomes in (("fail", "stopped"), ("grader_fault",), ("not_attempted",), ("waiting",)):
        for check in report.checks:
            if check.outcome in outcomes:
                return check
    return None


def _summary(exercise: str, reports: Sequence[Report]) -> ExerciseSummary:
    checks: dict[str, CheckResult] = {}
    students: dict[str, set[str]] = {}
    named: dict[str, Misconception] = {}
    for report in reports:
        for check in report.checks:
            checks.setdefault(check.id, check)
        if report.misconception:
            named.setdefault(report.misconception.id, report.misconception)
            students.setdefault(report.misconception.id, set()).add(who(report))
    counts = [(named[id], len(names)) for id, names in students.items()]
    return ExerciseSummary(
        exercise,
        tuple(reports),
        tuple(checks.values()),
        tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0].id))),
        tuple(sorted((_rate(check, reports) for check in checks.values()), key=lambda rate: -rate.rate)),
    )


def _rate(check: CheckResult, reports: Sequence[Report]) -> CheckRate:
    outcomes = [other.outcome for report in reports for other in report.checks if other.id == check.id]
    failed = sum(outcome in FAILED for outcome in outcomes)
    return CheckRate(check.id, check.title, failed, sum(outcome in DECIDED for outcome in outcomes))
