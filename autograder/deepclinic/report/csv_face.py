"""The CSV face: one row for each submission and exercise, for a spreadsheet.

A cell that a spreadsheet would take for a formula (it begins with =, +, -, @ or a control character) gets an apostrophe
in front. Write the text with encoding "utf-8-sig", so that Excel reads Korean names.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from deepclinic.report import words
from deepclinic.report.model import Report
from deepclinic.report.safe import safe_report
from deepclinic.report.summary import summarise

LISTED = ("fail", "waiting", "stopped", "not_attempted")
"""Outcomes of which a row lists the checks: 0 points in a check's own column does not say why."""
FIXED = (
    "submission", "student", "exercise", "outcome", "points", "max_points", "misconception", "not_from_scratch",
    *LISTED, "needs_person", "reason", "seed", "seconds",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
WIDE_FORMULA = ("＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets of East Asian locales take the full-width signs too


def to_csv(reports: Sequence[Report]) -> str:
    """Return the table with a header row. Points of a check are under `exercise/check`, in the order of the checks.

    A cell of points is empty where nothing was earned or lost: another exercise, or a fault of the grader's own.
    """
    cleaned = [safe_report(report) for report in reports]
    checks = check_columns(cleaned)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([neutral(name) for name in (*FIXED, *checks)])
    for report in cleaned:
        writer.writerow([neutral(cell) for cell in _row(report, checks)])
    return file.getvalue()


def check_columns(reports: Sequence[Report]) -> list[str]:
    """The columns of the checks of all exercises in cleaned `reports`: `exercise/check`, in the order of the checks."""
    return [f"{summary.exercise}/{check.id}" for summary in summarise(reports) for check in summary.checks]


def of_checks(report: Report | None, columns: Sequence[str]) -> list[str]:
    """The cells of these columns for one cleaned report."""
    earned = {
        f"{report.exercise}/{check.id}": words.number(check.points)
        for check in (report.checks if report else ())
        if report and check.outcome != "grader_fault"
    }
    return [earned.get(name, "") for name in columns]


def neutral(cell: str) -> str:
    """Return `cell` so that no spreadsheet calculates it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA + WIDE_FORMULA) else cell


def _row(report: Report, checks: Sequence[str]) -> list[str]:
    graded = report.outcome != "grader_fault"
    outcomes = {kind: [check.id for check in report.checks if check.outcome == kind] for kind in LISTED}
    return [
        report.submission,
        report.student or "",
        report.exercise,
        report.outcome,
        words.number(report.points) if graded else "",
        words.number(report.max_points),
        report.misconception.id if report.misconception else "",
        "; ".join(report.not_from_scratch),
        *("; ".join(ids) for ids in outcomes.values()),
        "yes" if report.needs_person else "no",
        report.reason.en,
        str(report.seed),
        f"{report.seconds:.2f}",
        *of_checks(report, checks),
    ]
