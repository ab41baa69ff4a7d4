"""Hints in three steps: a question, the place, the line. Free: they never lower a score."""

from __future__ import annotations

from dataclasses import dataclass

from deepclinic.judging.check import Check, checks_of
from deepclinic.report.model import Report
from deepclinic.report.summary import first_failure
from deepclinic.text import Text

STEPS = 3


@dataclass(frozen=True)
class Hint:
    """One step of the hints of one check."""

    check: Check
    step: int

    @property
    def text(self) -> Text:
        """What the student reads."""
        return self.check.hints[self.step - 1]

    @property
    def heading(self) -> Text:
        """Which check, which step."""
        title = self.check.title
        return Text(f"Hint {self.step} of {STEPS} · {title.en}", f"힌트 {self.step}/{STEPS} · {title.ko or title.en}")


def hint_for(exercise: str, failed_check: str | None, step: int) -> Hint:
    """The hint for the check that failed, or for the first check where none is known. `step` is 1, 2 or 3."""
    if step not in range(1, STEPS + 1):
        raise ValueError(f"step must be 1, 2 or 3, not {step!r}")
    checks = checks_of(exercise)
    check = next((check for check in checks if check.id == failed_check), checks[0])
    return Hint(check, step)


def check_to_look_at(report: Report | None) -> str | None:
    """The id of the check that a report shows in full, so that its hint is the one given; None when all passed."""
    first = first_failure(report) if report else None
    return first.id if first else None
