"""The cells that nbgrader knows of a notebook, as they were released; the gradebook is where they are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.nbgraderformat import SCHEMA_VERSION


@dataclass(frozen=True)
class MarkedCell:
    """A cell with nbgrader metadata. `metadata` is what the cell's `metadata.nbgrader` must be."""

    grade_id: str
    cell_type: str
    source: str
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def is_test(self) -> bool:
        """A cell that is graded automatically."""
        return self.cell_type == "code" and self.metadata["grade"] and not self.metadata["solution"]

    @property
    def is_answer(self) -> bool:
        """A cell that a person grades."""
        return self.metadata["grade"] and self.metadata["solution"]


class Released:
    """The marked cells of every released notebook, read from the gradebook once per run of a command."""

    def __init__(self, db_url: str) -> None:
        self._db_url = db_url
        self._cells: dict[tuple[str, str], tuple[MarkedCell, ...]] = {}
        self._notebooks: dict[str, list[str]] = {}

    def cells(self, assignment: str, notebook: str) -> tuple[MarkedCell, ...]:
        """The marked cells of one notebook in their order; empty where the gradebook does not know the notebook."""
        key = (assignment, notebook)
        if key not in self._cells:
            try:
                self._cells[key] = _read(self._db_url, *key)
            except MissingEntry:
                self._cells[key] = ()
        return self._cells[key]

    def notebooks(self, assignment: str) -> list[str]:
        """The names of an assignment's notebooks, sorted; none where the gradebook does not know the assignment."""
        if assignment not in self._notebooks:
            with Gradebook(self._db_url) as gradebook:
                try:
                    known = gradebook.find_assignment(assignment).notebooks
                    self._notebooks[assignment] = sorted(notebook.name for notebook in known)
                except MissingEntry:
                    return []
        return self._notebooks[assignment]


def _read(db_url: str, assignment: str, notebook: str) -> tuple[MarkedCell, ...]:
    with Gradebook(db_url) as gradebook:
        found = gradebook.find_notebook(notebook, assignment)
        points = {cell.name: cell.max_score for cell in (*found.grade_cells, *found.task_cells)}
        graded = {cell.name for cell in found.grade_cells}
        solutions = {cell.name for cell in found.solution_cells}
        tasks = {cell.name for cell in found.task_cells}
        return tuple(
            MarkedCell(
                cell.name,
                cell.cell_type,
                cell.source or "",
                {
                    "schema_version": SCHEMA_VERSION,
                    "grade_id": cell.name,
                    "grade": cell.name in graded,
                    "solution": cell.name in solutions,
                    "task": cell.name in tasks,
                    "locked": bool(cell.locked),
                    "cell_type": cell.cell_type,
                    **({"checksum": cell.checksum} if cell.checksum else {}),
                    **({"points": points[cell.name]} if cell.name in points else {}),
                },
            )
            for cell in found.source_cells
        )
