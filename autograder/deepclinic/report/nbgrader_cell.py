"""The face in nbgrader: what a test cell's output must be for the points and the explanation to arrive.

nbgrader 0.9.6 (`nbgrader.utils.determine_grade`) goes through the outputs of a test cell in order: an `error`, or
anything on stderr, is 0 points; the first `execute_result` whose `text/plain` is a number is that many points, and a
number above the cell's maximum stops the whole notebook; a result that is no number, a negative one and no output at
all are FULL marks. So there is always exactly one `execute_result`, with a number between 0 and the maximum.

For a test cell nbgrader has no "not graded yet": that exists only for cells which are solutions too. Where the grader
itself failed, the preprocessor must, after `SaveAutoGrades`, set the grade's `auto_score` to None and
`needs_manual_grade` to True in the gradebook; `needs_manual_grade` below says when. Such an output carries
`metadata["deepclinic"]["needs_manual_grade"]` so that a later preprocessor can tell.
"""

from __future__ import annotations

import math
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from deepclinic.report.html import fragment
from deepclinic.report.model import Report


def outputs(
    report: Report, language: str = "en", cell_points: float | None = None, execution_count: int | None = None
) -> list[NotebookNode]:
    """Return the outputs of the test cell that grades `report`.

    Args:
        cell_points: what the cell is worth in nbgrader, if an instructor changed it: points are scaled to it.
    """
    metadata: dict[str, Any] = {"outcome": report.outcome, "needs_manual_grade": needs_manual_grade(report)}
    return [
        new_output(
            "execute_result",
            data={"text/plain": points_text(report, cell_points), "text/html": fragment(report, language)},
            metadata={"deepclinic": metadata},
            execution_count=execution_count,
        )
    ]


def points_text(report: Report, cell_points: float | None = None) -> str:
    """Points as nbgrader reads them: "2.5", never above what the cell is worth, "0" for a report with a fault."""
    most = report.max_points if cell_points is None else cell_points
    share = report.points / report.max_points if report.max_points > 0 else 0.0
    earned = math.floor(max(0.0, min(1.0, share)) * most * 1e4 + 0.5) / 1e4
    return f"{min(earned, most):.10g}"


def needs_manual_grade(report: Report) -> bool:
    """True when the grader failed somewhere, so that the cell must stay ungraded until a person has looked."""
    return report.needs_person
