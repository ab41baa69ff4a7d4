"""Where a student's files lie in an nbgrader course, and which of them is the notebook that was asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deepclinic.classroom.marked import MarkedCell
from deepclinic.classroom.tidy import Found, defines_the_same, read_cells
from deepclinic.grading import intake
from deepclinic.report.safe import clean
from deepclinic.submission import notebook as notebook_file
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

    The file of the right name counts. Where there is none, a notebook under another name is taken that has cells of the
    wanted one or defines what it should define; of several the newest.
    """
    exact = folder / f"{notebook}.ipynb"
    if os.path.lexists(exact):
        return HandedIn(exact)
    others = [path for path in folder.iterdir() if path.suffix.lower() == ".ipynb"] if folder.is_dir() else []
    others.sort(key=lambda path: (path.lstat().st_mtime, path.name), reverse=True)
    for path in others:
        try:
            cells = read_cells(intake.read_bytes(path))
        except (intake.Unreadable, notebook_file.Unreadable):
            continue
        if any(_belongs(cell, release) for cell in cells for release in marked):
            note = Text(f"Handed in as {clean(path.name)}.", f"{clean(path.name)} 파일로 제출되었습니다.")
            return HandedIn(path, (note,))
    return HandedIn(None)


def _belongs(cell: Found, release: MarkedCell) -> bool:
    return cell.grade_id == release.grade_id or (
        cell.grade_id is None and release.metadata.get("solution", False) and defines_the_same(cell, release)
    )
