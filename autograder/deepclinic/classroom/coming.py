"""What `nbgrader autograde` will come to next, so that it can be graded ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from deepclinic.classroom.engine import Job, exercise_of
from deepclinic.classroom.marked import MarkedCell, Released
from deepclinic.classroom.places import Places


def exercises_in(marked: Sequence[MarkedCell]) -> list[str]:
    """The exercises that a notebook's test cells check."""
    return [name for cell in marked if cell.is_test and (name := exercise_of(cell.grade_id))]


def anything_to_do(converter: Any) -> bool:
    """False where every submission that was found has been graded already and stays as it is."""
    coursedir = converter.coursedir
    submitted = (Path(folder) for folder in converter.assignments)
    places = (Places.of(coursedir, coursedir.assignment_id, folder) for folder in submitted)
    return converter.force or any(not place.autograded_folder.exists() for place in places)


def coming(converter: Any, released: Released, assignment: str, student: str, notebook: str) -> Iterator[Job]:
    """The jobs after a student's notebook, in the order of the converter, without those that it will skip."""
    coursedir = converter.coursedir
    reached = False
    for folder in sorted(converter.assignments):
        places = Places.of(coursedir, assignment, Path(folder))
        for path in map(Path, sorted(converter.assignments[folder])):
            here = places.student == student and path.stem == notebook
            done = places.autograded(path.stem).exists() and not converter.force
            if reached and (places.student == student or not done):
                for exercise in exercises_in(released.cells(assignment, path.stem)):
                    yield Job(path, exercise, places.student)
            reached = reached or here
