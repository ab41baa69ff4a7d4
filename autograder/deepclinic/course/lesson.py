"""A lesson as cells: read from a percent script by jupytext, with the language and the part that each cell plays.

    # %% [markdown] lang="en"                    prose, its twin in the other language beside it
    # %% [markdown] lang="en" question="relu"    the written question; `points=2` says how many points a person gives
    # %% [markdown] lang="en" guide="relu"       how to mark it, for instructors only
    # %% deepclinic="exercise"                   where the student's code goes
    # %%                                         code for everybody
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import jupytext

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.text import LANGUAGES

Role = Literal["prose", "code", "exercise", "question", "guide"]
QUESTION_POINTS = 2.0
"""Points of a written question whose lesson does not say."""

_CELL = re.compile(r"^# %%", re.MULTILINE)
_GUIDE = re.compile(r"# %% \[markdown\][^\n]*\bguide=")


@dataclass(frozen=True)
class Cell:
    """One cell. `language` is None where it is for readers of every language; `points` only for a question."""

    role: Role
    source: str
    language: str | None = None
    points: float = 0.0


@dataclass(frozen=True)
class Lesson:
    """The cells of one exercise's lesson, in all languages, in order."""

    exercise: ExerciseInfo
    cells: tuple[Cell, ...]

    def select(self, language: str) -> tuple[Cell, ...]:
        """The cells for readers of `language` ("en" or "ko"): their own and those for everybody."""
        if language not in LANGUAGES:
            raise DeepclinicError(f"There is no language {language!r}. There are: {', '.join(LANGUAGES)}")
        return tuple(cell for cell in self.cells if cell.language in (None, language))

    def problems(self) -> list[str]:
        """What an author should put right: each a sentence; empty for a sound lesson."""
        found = []
        roles = [cell.role for cell in self.cells]
        if roles.count("exercise") != 1:
            found.append(f'has {roles.count("exercise")} cells tagged deepclinic="exercise"; there must be one')
        for role in ("question", "guide"):
            if roles.count(role) != len(LANGUAGES):
                found.append(f"has {roles.count(role)} {role} cells; there must be one in each language")
        shapes = {language: [cell.role for cell in self.select(language)] for language in LANGUAGES}
        if len({tuple(shape) for shape in shapes.values()}) > 1:
            found.append("has not the same cells in every language")
        found += [f"has a Markdown cell without lang: {c.source[:40]!r}" for c in self.cells if _unmarked(c)]
        found += [f"has an empty {c.role} cell" for c in self.cells if c.role != "exercise" and not c.source.strip()]
        return found


def read_lesson(exercise: ExerciseInfo | str) -> Lesson:
    """Read the lesson of an exercise.

    Raises:
        DeepclinicError: there is no such exercise, or the file cannot be read as a percent script.
    """
    info = catalog().exercise(exercise) if isinstance(exercise, str) else exercise
    try:
        notebook = jupytext.reads(info.lesson.read_text(encoding="utf-8"), fmt="py:percent")
    except Exception as error:  # jupytext raises what its parsers raise
        raise DeepclinicError(f"{info.lesson} cannot be read as a percent script: {error}") from error
    return Lesson(info, tuple(_cell(cell, info.lesson) for cell in notebook.cells))


def without_guides(script: str) -> str:
    """Take the cells for instructors out of a percent script, and leave every other character as it is."""
    starts = [match.start() for match in _CELL.finditer(script)]
    ends = [*starts[1:], len(script)]
    cells = [script[start:end] for start, end in zip(starts, ends, strict=True)]
    head = script[: starts[0]] if starts else script
    return head + "".join(cell for cell in cells if not _GUIDE.match(cell))


def _cell(cell, lesson: Path) -> Cell:
    metadata = cell.metadata
    language = metadata.get("lang")
    if language not in (None, *LANGUAGES):
        raise DeepclinicError(f"{lesson}: a cell has lang={language!r}; there are: {', '.join(LANGUAGES)}")
    if cell.cell_type == "code":
        return Cell("exercise" if metadata.get("deepclinic") == "exercise" else "code", cell.source, language)
    role = next((role for role in ("question", "guide") if role in metadata), "prose")
    points = float(metadata.get("points", QUESTION_POINTS)) if role == "question" else 0.0
    return Cell(role, cell.source, language, points)  # type: ignore[arg-type]


def _unmarked(cell: Cell) -> bool:
    return cell.role not in ("code", "exercise") and cell.language is None
