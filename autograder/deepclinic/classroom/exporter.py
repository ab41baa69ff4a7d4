"""Reads submissions for `nbgrader autograde`: whatever was handed in, a notebook comes out that can be processed.

Set as `Autograde.exporter_class`. nbgrader opens a submission before any preprocessor sees it, so this is the one place
where a damaged file can be kept from ending the grading of everything else that the student handed in.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat.notebooknode import NotebookNode
from nbgrader.converters import NbGraderException

from deepclinic.classroom.coming import upcoming
from deepclinic.classroom.gradebook import share_engines
from deepclinic.classroom.marked import MarkedCell, Released
from deepclinic.classroom.places import Places, handed_in, read_handed_in
from deepclinic.classroom.preprocessor import GradeExercises
from deepclinic.classroom.tidy import stand_in, tidy
from deepclinic.errors import DeepclinicError
from deepclinic.grading import intake
from deepclinic.grading.selftest import ReferenceFailed
from deepclinic.submission import notebook as notebook_file
from deepclinic.text import Text


class TidyExporter(NotebookExporter):
    """A notebook exporter that never fails on what a student handed in.

    A notebook that is missing or cannot be read is replaced by its marked cells as they were released; what a person
    should know stands in the notebook's metadata under `deepclinic`.
    """

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)
        share_engines()
        self.converter: Any = self.parent
        converter = self.converter
        self.released = Released(converter.coursedir.db_url)
        if converter.pre_convert_hook is None:
            converter.pre_convert_hook = self._before_student
        self._ignored = list(converter.coursedir.ignore)
        self._add_students_without_notebook()
        self._make_ready()

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> Any:
        """Read a submission; the autograded copy, which was made here, is read as it is."""
        names = resources["nbgrader"]
        places = Places(self.converter.coursedir, names["assignment"], names["student"])
        if Path(filename) == places.autograded(names["notebook"]):
            return super().from_filename(filename, resources, **kw)
        marked = self.released.cells(names["assignment"], names["notebook"])
        found = handed_in(places.submitted, names["notebook"], marked)
        notebook, notes = self._read(found.path, marked, names["notebook"])
        for note in (*found.notes, *notes):
            self.log.warning("%s, %s: %s", names["student"], names["notebook"], note.en)
        notebook.metadata["deepclinic"]["notes"] = [[note.en, note.ko] for note in (*found.notes, *notes)]
        resources["metadata"] = {"name": names["notebook"], "path": str(places.submitted)}
        return self.from_notebook_node(notebook, resources=resources, **kw)

    def _read(
        self, path: Path | None, marked: tuple[MarkedCell, ...], name: str
    ) -> tuple[NotebookNode, Sequence[Text]]:
        if path is None:
            return stand_in(
                marked, Text(f"{name}.ipynb was not handed in.", f"{name}.ipynb이(가) 제출되지 않았습니다.")
            ), ()
        try:
            return tidy(read_handed_in(path, marked), marked)
        except (intake.Unreadable, notebook_file.Unreadable) as error:
            self.log.warning("%s: %s", path, error.reason.en)
            return stand_in(marked, error.reason), ()

    def _make_ready(self) -> None:
        """Where no grading is possible at all, say so once and before anything is touched.

        Where all verdicts are there already nothing is started.
        """
        try:
            engine = GradeExercises(parent=self).engine()
            jobs = upcoming(self.converter, self.released, self.converter.coursedir.assignment_id)
            unknown = [job.exercise for job in jobs if not engine.knows(job)]
            if unknown:
                engine.make_ready(unknown)
        except ReferenceFailed as error:
            self.log.error("%s", error)
            sys.exit(error.exit_status)
        except DeepclinicError as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from error

    def _add_students_without_notebook(self) -> None:
        """Grade also those in whose folder there is no notebook: nbgrader would pass them over without a word."""
        course = self.converter.coursedir
        if course.notebook_id != "*":
            return
        names = self.released.notebooks(course.assignment_id)
        pattern = course.format_path(course.submitted_directory, course.student_id, course.assignment_id)
        for folder in glob.glob(pattern):
            if names and os.path.isdir(folder) and folder not in self.converter.assignments:
                self.converter.assignments[folder] = [os.path.join(folder, f"{names[0]}.ipynb")]

    def _before_student(self, assignment: str, student: str, notebooks: list[str]) -> None:
        """Called by nbgrader before each student's notebooks are converted; the list given is what it works through."""
        folder = Path(notebooks[0]).parent
        self._add_missing(assignment, folder, notebooks)
        # nbgrader copies every file beside the notebooks and follows links, which ends in an error or gives a file of
        # the instructor's away to the student.
        odd = [path.name for path in folder.rglob("*") if path.is_symlink() or not (path.is_file() or path.is_dir())]
        self.converter.coursedir.ignore = [*self._ignored, *map(glob.escape, odd)]

    def _add_missing(self, assignment: str, folder: Path, notebooks: list[str]) -> None:
        """Make the notebooks that a student did not hand in part of what is graded, so that their pages say why 0."""
        places = Places.of(self.converter.coursedir, assignment, folder)
        for name in self.released.notebooks(assignment):
            path = folder / f"{name}.ipynb"
            if str(path) not in notebooks and not path.exists() and not places.autograded(name).exists():
                notebooks.append(str(path))
