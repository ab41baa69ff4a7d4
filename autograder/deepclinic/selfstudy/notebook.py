"""`exercise("relu")` in a notebook: check, hint, solution.

The student's code is taken from the cells that were run, by the same reading as a submitted notebook, and judged
outside this kernel: nothing that is patched here changes the verdict.
"""

from __future__ import annotations

import atexit
import os
import sys
from typing import Any

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.report.model import Report
from deepclinic.report.notebook import NotFullMarks, ReportView
from deepclinic.report.safe import clean
from deepclinic.selfstudy.hints import first_failed, hint_for
from deepclinic.selfstudy.service import Service

_services: list[Service] = []  # none or one


class Exercise:
    """One exercise of the course, as a student uses it in a notebook."""

    def __init__(self, name: str, language: str = "en") -> None:
        self.info = catalog().exercise(name)
        self.language = language
        self._last: Report | None = None
        self._hints: dict[str, int] = {}

    def check(self) -> ReportView:
        """Check what the cells that were run define.

        Returns the report with full marks; short of them it shows the report and raises `NotFullMarks`, so that a run
        of the whole notebook stops here and nbgrader's Validate agrees (there the exception renders as the report).
        """
        report = _grader().grade_cells(_cells_that_were_run(), self.info.name)
        self._last = report
        view = ReportView(report, self.language)
        if report.full_marks:
            return view
        validating = os.environ.get("NBGRADER_EXECUTION") == "validate"
        if not validating:
            sys.modules["IPython"].display.display(view)
        raise NotFullMarks(report, self.language, brief=not validating)

    def hint(self, step: int | None = None) -> Shown:
        """A hint for the first check that failed: the next step, or `step` (1 a question, 2 the place, 3 the line)."""
        outcomes = {check.id: check.outcome for check in self._last.checks} if self._last else {}
        failed = first_failed(outcomes)
        number = step or min(self._hints.get(failed or "", 0) + 1, 3)
        self._hints[failed or ""] = number
        hint = hint_for(self.info.name, failed, number)
        return Shown(f"{hint.heading.to(self.language)}\n{hint.text.to(self.language)}")

    def solution(self, give_up: bool = False) -> Shown:
        """The reference solution: after a pass, or with `give_up=True`."""
        if not give_up and not (self._last and self._last.full_marks):
            return Shown("The solution opens when your own passes `check()`; or now, with `solution(give_up=True)`.")
        return Shown(solutions.reference_source(self.info.name))

    def __repr__(self) -> str:
        return f"exercise({self.info.name!r}): check(), hint(), solution()"


class Shown:
    """Text that shows itself as it is, not as a quoted string."""

    def __init__(self, text: str) -> None:
        self.text = clean(text, 20_000, lines=True)

    def __repr__(self) -> str:
        return self.text


def exercise(name: str, language: str = "en") -> Exercise:
    """The exercise `name`; `language` of what is shown is "en" or "ko"."""
    return Exercise(name, language)


def _grader() -> Service:
    if _services and not _services[0].alive:
        _services.clear()
    if not _services:
        print("Starting the grader (it loads Keras once)…", flush=True)
        service = Service()
        atexit.register(service.close)
        _services.append(service)
    return _services[0]


def _cells_that_were_run() -> list[dict[str, Any]]:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None:
        raise DeepclinicError("check() reads the cells of a notebook; in a terminal use `deepclinic check FILE`.")
    sources = shell.history_manager.input_hist_raw
    return [{"source": source, "grade_id": None} for source in sources if source.strip()]
