"""Where a student's files lie in an nbgrader course, and which of them is the notebook that was asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deepclinic.classroom.marked import MarkedCell
from deepclinic.classroom.tidy import Found, defined, defines_the_same, read_cells
from deepclinic.grading import intake
from deepclinic.report.safe import clean
from deepclinic.submission import notebook as notebook_file
from deepclinic.submission import plain_file
from deepclinic.text import Text


class Places:
    """The folders of one student's submission of one assignment."""

    def __init__(self, coursedir: Any, assignment: str, student: str) -> None:
        self.student = student
        self.submitted = Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))
        self.autograded_folder = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))

    @classmethod
    def of(cls, coursedir: Any, assignment: str, submitted: Path) -> Places:
        """The folders that belong to a student's `submitted` folder."""
        pattern = coursedir.format_path(coursedir.submitted_directory, "(?P<student>.*)", assignment, escape=True)
        match = re.fullmatch(pattern, str(submitted))
        return cls(coursedir, assignment, match["student"] if match else submitted.parent.name)

    def autograded(self, notebook: str) -> Path:
        """Path of an autograded notebook."""
        return self.autograded_folder / f"{notebook}.ipynb"


def verdicts_folder(coursedir: Any, assignment: str) -> Path:
    """Where an assignment's seed and verdicts are kept: beside what nbgrader keeps, and never released."""
    return Path(coursedir.root) / "verdicts" / assignment


@dataclass(frozen=True)
class HandedIn:
    """The file to grade as one notebook of an assignment; None where nothing was handed in for it."""

    path: Path | None
    notes: tuple[Text, ...] = ()


def handed_in(folder: Path, notebook: str, marked: Sequence[MarkedCell]) -> HandedIn:
    """Find the file for `notebook` in a student's folder.

    The file of the right name counts, if there is an answer in it. Where it is missing, unreadable or as it was
    released, another notebook is taken that has cells of the wanted one or defines what it should define (of several
    the newest with an answer), or a Python file of the right name.
    """
    exact = folder / f"{notebook}.ipynb"
    present = os.path.lexists(exact)
    if present and _answers(exact, marked):
        return HandedIn(exact)
    found = [path for path in _others(folder, exact) if _belongs(path, marked)]
    if answered := next((path for path in found if _answers(path, marked)), None):
        return HandedIn(answered, tuple(_named_otherwise(answered, exact if present else None)))
    if present:
        return HandedIn(exact)
    return HandedIn(found[0], tuple(_named_otherwise(found[0], None))) if found else HandedIn(None)


def read_handed_in(path: Path, marked: Sequence[MarkedCell]) -> list[Found]:
    """The cells of a file that was handed in; a Python file is one cell, the first solution cell of the notebook.

    Raises:
        intake.Unreadable, notebook_file.Unreadable: with the reason.
    """
    data = intake.read_submission(path)
    if path.suffix != ".py":
        return read_cells(data)
    solution = next((cell.grade_id for cell in marked if cell.metadata.get("solution") and not cell.is_answer), None)
    return [Found("code", plain_file.read_text(data), solution)]


def _others(folder: Path, exact: Path) -> list[Path]:
    """What else may be the notebook, the newest first; a script comes last."""
    if not folder.is_dir():
        return []
    notebooks = [path for path in folder.iterdir() if path.suffix.lower() == ".ipynb" and path != exact]
    notebooks.sort(key=lambda path: (path.lstat().st_mtime, path.name), reverse=True)
    script = exact.with_suffix(".py")
    return [*notebooks, script] if os.path.lexists(script) else notebooks


def _cells(path: Path, marked: Sequence[MarkedCell]) -> list[Found]:
    try:
        return read_handed_in(path, marked)
    except (intake.Unreadable, notebook_file.Unreadable):
        return []


def _belongs(path: Path, marked: Sequence[MarkedCell]) -> bool:
    """Whether cells of the wanted notebook are in it; by what they define only where no other notebook's cells are."""
    cells = _cells(path, marked)
    known = {release.grade_id for release in marked}
    if any(cell.grade_id in known for cell in cells):
        return True
    another = any(cell.grade_id and cell.grade_id.endswith(("-solution", "-check")) for cell in cells)
    return not another and _defines_most(cells, [release for release in marked if release.metadata.get("solution")])


def _defines_most(cells: Sequence[Found], solutions: Sequence[MarkedCell]) -> bool:
    """Half or more of what one of these solutions defines: one name, `sigmoid` say, is in other lessons' code too."""
    found = set().union(*(defined(cell.source) for cell in cells))
    wanted = [names for release in solutions if (names := defined(release.source))]
    return any(2 * len(names & found) >= len(names) for names in wanted)


def _answers(path: Path, marked: Sequence[MarkedCell]) -> bool:
    """Whether anything that the student was to write is not as it was released."""
    released = {release.grade_id: release for release in marked if release.metadata.get("solution")}
    for cell in _cells(path, marked):
        same = released.get(cell.grade_id or "")
        like = [same] if same else [r for r in released.values() if defines_the_same(cell, r)]
        text = cell.source.strip()
        if text and like and all(text != release.source.strip() for release in like):
            return True
    return False


def _named_otherwise(path: Path, instead_of: Path | None) -> Iterable[Text]:
    name = clean(path.name)
    yield Text(f"Handed in as {name}.", f"{name} 파일로 제출되었습니다.")
    if instead_of:
        there = instead_of.name
        yield Text(
            f"{there} is there too, but it is unanswered or cannot be read.",
            f"{there}도 있지만, 답이 없거나 읽을 수 없습니다.",
        )
