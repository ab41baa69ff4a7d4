"""The notebook face: a report that shows itself, and an exception that renders as a report. Needs no IPython."""

from __future__ import annotations

from deepclinic.report import words
from deepclinic.report.html import fragment
from deepclinic.report.model import Report
from deepclinic.report.safe import safe_report
from deepclinic.report.terminal import ReportFace, to_text

WIDTH = 96
"""Columns of text in a notebook's output area."""


class ReportView:
    """A report as the value of a cell: HTML where the front end shows it, text elsewhere."""

    def __init__(self, report: Report, language: str = "en") -> None:
        self.report = report
        self.language = language

    def __repr__(self) -> str:
        return to_text(ReportFace(self.report, self.language), WIDTH)

    def _repr_html_(self) -> str:
        return fragment(self.report, self.language)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


class NotFullMarks(Exception):
    """Raised by a test cell whose solution lost points: IPython shows the report in the place of a traceback.

    `brief` shows one line only, where the report itself has been displayed already.
    """

    def __init__(self, report: Report, language: str = "en", brief: bool = False) -> None:
        cleaned = safe_report(report)
        super().__init__(f"{cleaned.exercise}: {words.points(cleaned.points, cleaned.max_points, language)}")
        self.report = report
        self.language = language
        self.brief = brief

    def _render_traceback_(self) -> list[str]:
        """The hook that IPython calls for the lines to show."""
        if self.brief:
            return [str(self)]
        return to_text(ReportFace(self.report, self.language), WIDTH, color=True).splitlines()
