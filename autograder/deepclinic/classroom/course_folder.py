"""An nbgrader course as its own commands see it, opened without running one."""

from __future__ import annotations

import glob
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.apps import NbGrader

from deepclinic.classroom.coming import jobs_of
from deepclinic.classroom.engine import Job, Settings
from deepclinic.classroom.marked import Released
from deepclinic.classroom.places import Places
from deepclinic.classroom.preprocessor import GradeExercises
from deepclinic.errors import DeepclinicError


@dataclass(frozen=True)
class CourseFolder:
    """One assignment of a course: what there is to grade, and how. `language` is that of the explanations."""

    jobs: list[Job]
    settings: Settings
    language: str

    @classmethod
    def open(cls, root: Path, assignment: str, student: str | None = None) -> CourseFolder:
        """Read the configuration and the gradebook of the course in the folder `root`.

        Raises:
            DeepclinicError: there is no course, no such assignment, or nothing was submitted.
        """
        coursedir, grading = _configured(root, assignment)
        released = Released(coursedir.db_url)
        try:
            notebooks = released.notebooks(assignment)
        except MissingEntry:
            raise DeepclinicError(
                f"The gradebook of this course knows no assignment {assignment!r}. Its name is that of its folder in "
                f"source/, and it must have been made: nbgrader generate_assignment {assignment}"
            ) from None
        pattern = coursedir.format_path(coursedir.submitted_directory, glob.escape(student or "") or "*", assignment)
        jobs: list[Job] = []
        folders = sorted(filter(Path.is_dir, map(Path, glob.glob(pattern))))
        for folder in folders:
            jobs += jobs_of(Places.of(coursedir, assignment, folder), notebooks, released, assignment)
        if not folders:
            whose = f" by {student}" if student else ""
            raise DeepclinicError(
                f"Nothing was submitted{whose} for {assignment}: there is no folder {pattern}. `nbgrader collect "
                f"{assignment}` fetches what was handed in."
            )
        if not jobs:
            raise DeepclinicError(f"No notebook of {assignment} has a cell that deepclinic grades (<exercise>-check).")
        return cls(jobs, grading.settings(coursedir), grading.language)


def _configured(root: Path, assignment: str) -> tuple[Any, GradeExercises]:
    if not (root / "nbgrader_config.py").is_file():
        raise DeepclinicError(
            f"{root} is no nbgrader course: it has no nbgrader_config.py. Run this in the course's folder; "
            "`deepclinic nbgrader init DIR` makes one."
        )
    app: Any = NbGrader()
    app.log.setLevel(logging.ERROR)
    app.initialize([], root=str(root))
    coursedir = app.coursedir
    coursedir.assignment_id = assignment
    if not Path(coursedir.db_url.removeprefix("sqlite:///")).is_file() and coursedir.db_url.startswith("sqlite:"):
        raise DeepclinicError(
            f"This course has no gradebook yet. Make the assignment first: nbgrader generate_assignment {assignment}"
        )
    return coursedir, GradeExercises(config=app.config)
