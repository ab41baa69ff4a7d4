"""What a student starts from: the reference with the student's parts taken out.

The rule is nbgrader's own (`ClearSolutions`), so that the released notebook and the file of a self-learner are equal.
"""

from __future__ import annotations

import re

from deepclinic import paths
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
CODE_STUB = 'raise NotImplementedError("Your code goes here.")'
"""Stands in the place of each part that the student writes; must be one line."""


def stub_source(exercise: ExerciseInfo | str) -> str:
    """Return the module that a student of this exercise starts from.

    Raises:
        DeepclinicError: there is no such exercise, or neither its reference nor its stub is installed.
    """
    info = catalog().exercise(exercise) if isinstance(exercise, str) else exercise
    if info.reference:
        return stub_of(info.reference.read_text(encoding="utf-8"))
    stubs = paths.stubs_root()
    ready = stubs / f"{info.name}.py" if stubs else None
    if ready and ready.is_file():
        return ready.read_text(encoding="utf-8")
    raise DeepclinicError(f"There is neither a reference nor a stub of the exercise {info.name!r} here.")


def stub_of(source: str) -> str:
    """Replace each solution region of a module by `CODE_STUB` at the region's indentation.

    Raises:
        DeepclinicError: the markers do not pair, or there are none.
    """
    return "\n".join(_divide(source)[0])


def solution_parts(source: str) -> list[str]:
    """Return the text of each solution region, without its markers."""
    return _divide(source)[1]


def _divide(source: str) -> tuple[list[str], list[str]]:
    kept: list[str] = []
    parts: list[str] = []
    region: list[str] | None = None
    for number, line in enumerate(source.split("\n"), start=1):
        if "BEGIN SOLUTION" in line:
            if region is not None:
                raise DeepclinicError(f"Line {number}: a solution begins inside a solution.")
            region = []
            indentation = line[: len(line) - len(line.lstrip())]
            kept.append(indentation + CODE_STUB)
        elif "END SOLUTION" in line:
            if region is None:
                raise DeepclinicError(f"Line {number}: a solution ends that did not begin.")
            parts.append("\n".join(region))
            region = None
        elif region is not None:
            region.append(line)
        else:
            kept.append(line)
    if region is not None:
        raise DeepclinicError(f"A solution begins that does not end: write `{END}` after it.")
    if not parts:
        raise DeepclinicError(f"There is nothing for the student to write: no `{BEGIN}` in the reference.")
    return kept, parts


def has_markers(source: str) -> bool:
    """True where a source still holds a solution marker."""
    return re.search(r"(BEGIN|END) SOLUTION", source) is not None
