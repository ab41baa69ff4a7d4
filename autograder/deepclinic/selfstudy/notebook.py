"""`exercise("relu")` in a notebook: check, hint, solution.

The student's code is taken from the cells that were run, by the same reading as a submitted notebook, and judged
outside this kernel: nothing that is patched here changes the verdict.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any

from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.report.markup import Markup, tag
from deepclinic.report.model import Report
from deepclinic.report.notebook import NotFullMarks, ReportView
from deepclinic.report.safe import clean
from deepclinic.report.skin import EDGE
from deepclinic.selfstudy import beside
from deepclinic.selfstudy.hints import check_to_look_at, hint_for
from deepclinic.selfstudy.service import Service
from deepclinic.selfstudy.trouble import need_libraries
from deepclinic.text import Text

_services: list[Service] = []  # none or one
_STARTING = Text(
    "Starting the grader: it loads Keras in a process of its own, which takes some seconds, once …",
    "채점기를 시작합니다. 별도 프로세스에서 Keras를 불러오느라 처음 한 번은 몇 초 걸립니다 …",
)
_FIRST_USE = Text(
    "Something failed. To name the mistake, {count} known ones are observed, once for this exercise …",
    "실패한 검사가 있습니다. 오개념의 이름을 찾으려고 알려진 {count}가지를 한 번 관찰합니다 …",
)
_CLOSED = Text(
    "The solution opens when your own passes `check()`; or now, with `solution(give_up=True)`.",
    "모범 답안은 `check()`를 통과하면 열립니다. 지금 보려면 `solution(give_up=True)`.",
)


class Exercise:
    """One exercise of the course, as a student uses it in a notebook."""

    def __init__(self, name: str, language: str = "en") -> None:
        self.language = language
        with _told_in(language):
            self.info = catalog().exercise(name)
        self._last: Report | None = None
        self._hints: dict[str, int] = {}

    def check(self) -> ReportView:
        """Check what the cells that were run define.

        Returns the report with full marks; short of them it shows the report and raises `NotFullMarks`, so that a run
        of the whole notebook stops here and nbgrader's Validate agrees (there the exception renders as the report).
        """
        with _told_in(self.language):
            report = _grader(self.language).grade_cells(_cells_that_were_run(), self.info.name)
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
        failed = check_to_look_at(self._last)
        number = step or min(self._hints.get(failed or "", 0) + 1, 3)
        hint = hint_for(self.info.name, failed, number)
        self._hints[failed or ""] = number
        heading, text = hint.heading.to(self.language), hint.text.to(self.language)
        looks: dict[str, str | None] = {"style": f"padding: 8px 14px; border: {EDGE}; border-radius: 8px"}
        return Shown(f"{heading}\n{text}", tag("div", looks, tag("strong", {}, heading), tag("div", {}, text)))

    def solution(self, give_up: bool = False) -> Shown:
        """The reference beside your own, and how others did it: after a pass, or with `give_up=True`."""
        if not give_up and not (self._last and self._last.full_marks):
            return Shown(_CLOSED.to(self.language))
        own = self._last.solution if self._last else ""
        with _told_in(self.language):
            text = beside.plain(self.info.name, own, self.language)
            return Shown(text, beside.fragment(self.info.name, own, self.language))

    def __repr__(self) -> str:
        return f"exercise({self.info.name!r}): check(), hint(), solution()"


class Shown:
    """Text that shows itself as it is, not as a quoted string; with a face in HTML where there is one."""

    def __init__(self, text: str, html: Markup | None = None) -> None:
        self.text = clean(text, 20_000, lines=True)
        self._html = html

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str | None:
        return None if self._html is None else str(self._html)


def exercise(name: str, language: str = "en") -> Exercise:
    """The exercise `name`; `language` of what is shown is "en" or "ko"."""
    return Exercise(name, language)


@contextlib.contextmanager
def _told_in(language: str) -> Iterator[None]:
    try:
        yield
    except DeepclinicError as error:
        error.language = language
        raise


def _grader(language: str) -> Service:
    if _services and not _services[0].alive:
        _services.clear()
    if not _services:
        need_libraries()
        print(_STARTING.to(language), flush=True)
        service = Service(lambda count: print(_FIRST_USE.to(language).format(count=count), flush=True))
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
