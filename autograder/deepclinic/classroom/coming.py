"""What of a class there is to grade: all of it, or what `nbgrader autograde` will come to next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry

from deepclinic.classroom.engine import Job, exercise_of
from deepclinic.classroom.marked import MarkedCell, Released
from deepclinic.classroom.places import Places, handed_in


def exercises_in(marked: Sequence[MarkedCell]) -> list[str]:
    """The exercises that a notebook's test cells check."""
    return [name for cell in marked if cell.is_test and (name := exercise_of(cell.grade_id))]


def jobs_of(places: Places, notebooks: Iterable[str], released: Released, assignment: str) -> Iterator[Job]:
    """Every exercise of these notebooks that a student should have handed in."""
    for notebook in notebooks:
        marked = released.cells(assignment, notebook)
        names = exercises_in(marked)
        if not names:
            continue
        found = handed_in(places.submitted, notebook, marked)
        for name in names:
            yield Job(found.path, name, places.student, found.notes, notebook)


def upcoming(converter: Any, released: Released, assignment: str) -> Iterator[Job]:
    """The jobs of a run of `nbgrader autograde`, in its order, without what it will skip."""
    for folder in sorted(converter.assignments):
        places = Places.of(converter.coursedir, assignment, Path(folder))
        yield from jobs_of(places, _notebooks(converter, released, assignment, places), released, assignment)


def coming(converter: Any, released: Released, assignment: str, student: str, notebook: str) -> Iterator[Job]:
    """The jobs after a student's notebook, in the order of the converter, without those that it will skip."""
    reached = False
    for folder in sorted(converter.assignments):
        places = Places.of(converter.coursedir, assignment, Path(folder))
        names = _notebooks(converter, released, assignment, places, all_of=student)
        if places.student == student and notebook in names:
            names = names[names.index(notebook) + 1 :]
            reached = True
        if reached:
            yield from jobs_of(places, names, released, assignment)


def _notebooks(
    converter: Any, released: Released, assignment: str, places: Places, all_of: str | None = None
) -> list[str]:
    """The notebooks of one student that are not graded yet; of the student who is being graded, all."""
    folder = str(places.submitted)
    handed = {Path(path).stem for path in converter.assignments.get(folder, ())}
    if converter.coursedir.notebook_id == "*":
        try:
            handed |= set(released.notebooks(assignment))
        except MissingEntry:
            pass  # nbgrader says so itself
    skip = not converter.force and places.student != all_of
    return sorted(name for name in handed if not (skip and places.autograded(name).exists()))
