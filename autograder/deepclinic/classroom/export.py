"""`nbgrader export` in detail: a row for each student and exercise, a column for each check.

nbgrader export --exporter deepclinic.classroom.export.CheckExport --to checks.csv
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from deepclinic.classroom.kept import reports_in
from deepclinic.files import write_whole
from deepclinic.report.csv_face import check_columns, neutral, of_checks
from deepclinic.report.model import Report
from deepclinic.report.safe import safe_report
from deepclinic.report.words import number

FIXED = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "notebook", "handed_in",
    "code_score", "max_code_score", "written_score", "max_written_score", "late_submission_penalty", "score",
    "max_score", "needs_manual_grade", "exercise", "misconception", "not_from_scratch", "reason", "seed",
)  # fmt: skip


class CheckExport(ExportPlugin):
    """Scores as the gradebook has them, with manual ones and late penalties, and what the grader saw in each check."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the table to `self.to`, or to `checks.csv`."""
        known: Any = gradebook.assignments
        assignments = [one for one in known if not self.assignment or one.name in map(str, self.assignment)]
        reports = {assignment.name: self._reports(assignment.name) for assignment in assignments}
        columns = check_columns([report for found in reports.values() for report in found.values()])
        target = Path(self.to or "checks.csv")
        self.log.info("Exporting grades by exercise and check to %s", target)
        table = io.StringIO()
        writer = csv.writer(table)
        writer.writerow([*FIXED, *columns])
        for assignment in assignments:
            for row in self._rows(gradebook, assignment, reports[assignment.name], columns):
                writer.writerow([neutral(str(value)) for value in row])
        # With a byte order mark, or spreadsheet programs take names in other alphabets for gibberish.
        write_whole(target, table.getvalue().encode("utf-8-sig"))

    def _reports(self, assignment: str) -> dict[tuple[str | None, str], Report]:
        course: Any = getattr(self.parent, "coursedir", None)
        folder = Path(course.root) / course.autograded_directory
        return {(report.student, report.exercise): safe_report(report) for report in reports_in(folder, assignment)}

    def _rows(
        self,
        gradebook: Gradebook,
        assignment: Any,
        reports: dict[tuple[str | None, str], Report],
        columns: Sequence[str],
    ) -> Iterator[list[Any]]:
        students: Any = gradebook.students
        for student in students:
            if self.student and student.id not in map(str, self.student):
                continue
            try:
                submission: Any = gradebook.find_submission(assignment.name, student.id)
            except MissingEntry:
                submission = None
            who = [student.id, student.last_name, student.first_name, student.email]
            for notebook in assignment.notebooks:
                found = submission and next((n for n in submission.notebooks if n.name == notebook.name), None)
                report = reports.get((student.id, notebook.name))
                values = [assignment.name, assignment.duedate, submission and submission.timestamp, *who, notebook.name,
                          *_scores(notebook, found), *_seen(report), *of_checks(report, columns)]  # fmt: skip
                yield ["" if value is None else value for value in values]


def _scores(notebook: Any, found: Any) -> list[Any]:
    penalty = (found.late_submission_penalty or 0.0) if found else 0.0
    score = max(0.0, found.score - penalty) if found else 0.0
    return [
        "yes" if found else "no",
        number(found.code_score if found else 0.0), number(notebook.max_code_score),
        number(found.written_score if found else 0.0), number(notebook.max_written_score),
        number(penalty), number(score), number(notebook.max_score),
        "yes" if found and found.needs_manual_grade else "no",
    ]  # fmt: skip


def _seen(report: Report | None) -> list[Any]:
    if report is None:
        return [""] * 5
    idea = report.misconception.id if report.misconception else ""
    return [report.exercise, idea, "; ".join(report.not_from_scratch), report.reason.en, report.seed]
