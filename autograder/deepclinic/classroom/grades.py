"""Saves the points of test cells into the gradebook, and leaves to a person what the grader could not decide."""

from __future__ import annotations

from typing import Any

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import SaveAutoGrades


def ungraded_output(why: str) -> NotebookNode:
    """An output by which a test cell gets no points and waits for a person."""
    return new_output("display_data", {"text/plain": why}, metadata={"deepclinic": {"needs_manual_grade": True}})


class SaveGrades(SaveAutoGrades):
    """nbgrader's own, but for cells with an output that says so: these get no points and wait for a person.

    nbgrader itself knows no such outcome: to it a test cell without a number has earned full marks.
    """

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_score(cell, resources)
        if any(_for_a_person(output) for output in cell.get("outputs", [])):
            grade: Any = self.gradebook.find_grade(
                cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id, self.student_id
            )
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()


def _for_a_person(output: NotebookNode) -> bool:
    ours = output.get("metadata", {}).get("deepclinic")
    return isinstance(ours, dict) and ours.get("needs_manual_grade") is True
