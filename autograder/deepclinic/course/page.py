"""A lesson as one HTML page."""

from __future__ import annotations

from nbconvert import HTMLExporter

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.course.execute import run_lesson
from deepclinic.course.notebook import student_notebook
from deepclinic.course.stub import stub_source


def lesson_page(exercise: ExerciseInfo | str, language: str = "en", solution: str | None = None) -> str:
    """Return the page of a lesson, with the stub where the student's code goes.

    With `solution` the lesson is executed with it, so that the page has its figures; the solution is not shown.

    Raises:
        DeepclinicError: there is no such exercise, or the lesson does not run.
    """
    info = catalog().exercise(exercise) if isinstance(exercise, str) else exercise
    if solution is None:
        notebook = student_notebook(info, language)
    else:
        notebook = run_lesson(info, language, solution)
        for cell in notebook.cells:
            if cell.id == f"{info.name}-solution":
                cell.source = stub_source(info).strip("\n")
    exporter = HTMLExporter(exclude_input_prompt=True, exclude_output_prompt=True)
    exporter.theme = "light"
    html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": info.title.to(language)}})
    return html.replace('<html lang="en">', f'<html lang="{language}">', 1)
