"""Grades the exercises of a submitted notebook, in the place of nbgrader's `Execute`.

The student's notebook is not run. Each test cell `<exercise>-check` gets one result made from the grader's report:
points as the plain text that nbgrader reads, the explanation as HTML for gradebook, formgrader and feedback page.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import islice
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Enum, Float, Integer

from deepclinic.classroom import kept
from deepclinic.classroom.afterwards import remember
from deepclinic.classroom.coming import coming
from deepclinic.classroom.engine import Engine, Job, Settings, exercise_of, shared_engine
from deepclinic.classroom.grades import ungraded_output
from deepclinic.classroom.places import Places, handed_in, verdicts_folder
from deepclinic.report import nbgrader_cell
from deepclinic.report.model import Report
from deepclinic.text import LANGUAGES, Text

FIRST_USE = "Observing %d known misconceptions of %s; this takes a while, and is done once"


class GradeExercises(NbGraderPreprocessor):
    """Fill in the test cells of a notebook with the grader's verdict."""

    language = Enum(LANGUAGES, "en", help="Language of the explanations.").tag(config=True)
    seed = Integer(
        None,
        allow_none=True,
        help="Seed of the checks; none: one that is drawn once for each assignment and kept in the course folder.",
    ).tag(config=True)
    jobs = Integer(0, min=0, help="Notebooks graded at once; 0: one per processor.").tag(config=True)
    time_limit = Float(
        None, allow_none=True, help="Seconds that one check may take; none: the grader's own limit."
    ).tag(config=True)
    allow_weak_isolation = Bool(
        False, help="Grade even where this machine's kernel cannot isolate the students' code as it should."
    ).tag(config=True)

    def settings(self, coursedir: Any) -> Settings:
        """What this configuration and an nbgrader course say of grading its assignment."""
        folder = verdicts_folder(coursedir, coursedir.assignment_id)
        group = bool(coursedir.groupshared)
        return Settings(folder, self.seed, self.jobs, self.time_limit, self.allow_weak_isolation, group)

    def engine(self) -> Engine:
        """The process's engine with these settings; `DeepclinicError` where the seed cannot be kept."""
        exporter: Any = self.parent
        settings = self.settings(exporter.converter.coursedir)
        told: set[str] = set()

        def tell(exercise: str, count: int) -> None:
            if exercise not in told:
                told.add(exercise)
                self.log.info(FIRST_USE, count, exercise)

        return shared_engine(settings, tell)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Grade what there is to grade; the reports are written beside the autograded notebook."""
        names = resources["nbgrader"]
        exporter: Any = self.parent
        places = Places(exporter.converter.coursedir, names["assignment"], names["student"])
        about = nb.metadata.get("deepclinic", {})
        if about.get("stand_in"):
            _fail_tests(nb)
        elif any(map(needs_kernel, nb.cells)):
            self._run(nb, resources)
        for cell in nb.cells:
            exercise = _exercise(cell)
            if exercise is None:
                continue
            report = self._grade(exercise, names, places).scaled(float(cell.metadata.nbgrader.points))
            report = replace(report, notes=(*(Text(*note) for note in about.get("notes", [])), *report.notes))
            self.log.info("%s, %s: %g of %g points", names["student"], exercise, report.points, report.max_points)
            anonymous = replace(report, student=None)  # formgrader does not tell the name either
            cell.outputs = nbgrader_cell.outputs(anonymous, self.language, float(cell.metadata.nbgrader.points))
            remember(report, self.language)
            file = places.autograded(names["notebook"]).with_name(exercise + kept.SUFFIX)
            file.unlink(missing_ok=True)  # nbgrader takes the right to write from what it has made
            resources.setdefault("outputs", {})[file.name] = kept.to_bytes(report)
        return nb, resources

    def _grade(self, exercise: str, names: Any, places: Places) -> Report:
        engine = self.engine()
        exporter: Any = self.parent
        converter, released = exporter.converter, exporter.released
        assignment, notebook, student = (names[key] for key in ("assignment", "notebook", "student"))
        found = handed_in(places.submitted, notebook, released.cells(assignment, notebook))
        job = Job(found.path, exercise, student, notebook=notebook)
        after = coming(converter, released, assignment, student, notebook)
        engine.ahead([job, *islice(after, 2 * engine.jobs)])
        return engine.grade(job)

    def _run(self, nb: NotebookNode, resources: Any) -> None:
        """Run the notebook in a kernel of its own; whatever goes wrong stays in its outputs."""
        self.log.info("Running the notebook for what a person grades or tests of the instructor's own")
        run = copy.deepcopy(nb)
        for cell in run.cells:
            if _exercise(cell):
                cell.source = ""
        try:
            Execute(parent=self.parent).preprocess(run, copy.deepcopy(resources))
        except Exception as error:
            self.log.warning("The notebook could not be run to its end: %s: %s", type(error).__name__, error)
            for cell in filter(needs_kernel, run.cells):
                if cell.execution_count is None:
                    cell.outputs = [ungraded_output(f"This cell was not run: {type(error).__name__}")]
        for cell, done in zip(nb.cells, run.cells, strict=True):
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = done.outputs, done.execution_count


def _fail_tests(nb: NotebookNode) -> None:
    """Where nothing was handed in, no test of the instructor's own passes: without an output it would."""
    for cell in filter(needs_kernel, nb.cells):
        cell.outputs = [new_output("error", ename="NothingHandedIn", evalue=nb.cells[0].source, traceback=[])]


def _exercise(cell: NotebookNode) -> str | None:
    """The exercise that this cell's points are for; None for every other cell."""
    if cell.cell_type != "code" or not is_grade(cell) or is_solution(cell):
        return None
    return exercise_of(cell.metadata.nbgrader.grade_id)


def needs_kernel(cell: NotebookNode) -> bool:
    """Code that a person grades, or a test of the instructor's own."""
    return cell.cell_type == "code" and is_grade(cell) and _exercise(cell) is None
