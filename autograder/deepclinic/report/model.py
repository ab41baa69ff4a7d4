"""The one result object. Every face (terminal, JSON, HTML, notebook, nbgrader) is a function of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from deepclinic.text import Text

CheckOutcome = Literal["pass", "fail", "waiting", "not_attempted", "stopped", "grader_fault"]
ReportOutcome = Literal["graded", "unreadable", "grader_fault"]


@dataclass(frozen=True)
class Difference:
    """What was observed beside what was expected, at one place."""

    what: Text
    place: str
    yours: str
    expected: str


@dataclass(frozen=True)
class Curve:
    """A training curve of the student's layer beside the reference's: one value per epoch or step."""

    name: Text
    yours: tuple[float, ...]
    expected: tuple[float, ...]
    band: float = 0.0
    """How far from the expected one a right curve may lie where chance has a part in it; 0 where it has none."""


@dataclass(frozen=True)
class CheckResult:
    """The outcome of one check; `points` of `max_points` earned."""

    id: str
    title: Text
    outcome: CheckOutcome
    points: float
    max_points: float
    message: Text = Text("")
    differences: tuple[Difference, ...] = ()
    curves: tuple[Curve, ...] = ()
    hints: tuple[Text, ...] = ()
    traceback: str = ""
    """The frames inside the student's own code, innermost last. Empty when nothing was raised."""
    full_traceback: str = ""
    """The same with the libraries' frames; shown on request only."""
    advice: Text = Text("")
    """What `message` says beyond the first difference: faces that show the differences as a table show this instead."""


@dataclass(frozen=True)
class Misconception:
    """A known wrong idea: `id`, what happened, what to try."""

    id: str
    what: Text
    try_: Text


@dataclass(frozen=True)
class Report:
    """The verdict on one submission of one exercise. Points are as in the check list: never negative."""

    submission: str
    exercise: str
    outcome: ReportOutcome
    max_points: float
    checks: tuple[CheckResult, ...] = ()
    student: str | None = None
    misconception: Misconception | None = None
    reason: Text = Text("")
    """Why nothing could be graded, or why the whole exercise got 0. Empty when the checks say it all."""
    not_from_scratch: tuple[str, ...] = ()
    """The ready-made features that the solution used, with lines; any of them makes the exercise 0 points."""
    notes: tuple[Text, ...] = ()
    """What a reader should know, e.g. which of two definitions was graded."""
    seed: int = 0
    seconds: float = 0.0
    solution: str = field(default="", repr=False)
    """The module source that was graded."""

    @property
    def points(self) -> float:
        """Points earned; 0 for a solution that was not built from scratch."""
        if self.not_from_scratch:
            return 0.0
        return round(sum(check.points for check in self.checks), 6)

    @property
    def full_marks(self) -> bool:
        """True when every check passed and nothing is left for a person to look at."""
        return self.outcome == "graded" and not self.needs_person and self.points >= round(self.max_points, 6)

    @property
    def needs_person(self) -> bool:
        """True when a fault of the grader's own left something for a person to grade."""
        return self.outcome == "grader_fault" or any(check.outcome == "grader_fault" for check in self.checks)

    def scaled(self, max_points: float) -> Report:
        """The same report for an exercise that is worth `max_points`; as it is where either side is worth nothing."""
        if max_points <= 0 or self.max_points <= 0 or max_points == self.max_points:
            return self
        factor = max_points / self.max_points
        checks = tuple(replace(c, points=c.points * factor, max_points=c.max_points * factor) for c in self.checks)
        return replace(self, max_points=max_points, checks=checks)
