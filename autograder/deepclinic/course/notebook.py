"""From lesson and reference to notebooks: the student's, and the source from which nbgrader makes the released one.

Cell ids are stable: `<exercise>-solution`, `<exercise>-check`, `<exercise>-question` for the cells that count, and the
place in the lesson for the others. A notebook made twice is the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from deepclinic.course.catalog import ExerciseInfo, Unit, catalog
from deepclinic.course.lesson import Cell, read_lesson
from deepclinic.course.stub import BEGIN, CODE_STUB, END, stub_source
from deepclinic.errors import DeepclinicError

TEXT_STUB = "*Your answer goes here. / 여기에 답을 쓰세요.*"
"""Stands where a student answers a written question."""


def nbgrader_options() -> dict[str, dict[str, Any]]:
    """Settings of nbgrader's with which the released notebook equals `student_notebook`."""
    return {"ClearSolutions": {"code_stub": {"python": CODE_STUB}, "text_stub": TEXT_STUB}}


def student_notebook(exercise: ExerciseInfo | str, language: str = "en") -> nbformat.NotebookNode:
    """Return the notebook that a student works in: nothing of the solution, nothing of the marking guide."""
    info = _info(exercise)
    return _notebook([info], language, stub_source, guide=False)


def source_notebook(exercise: ExerciseInfo | str, language: str = "en") -> nbformat.NotebookNode:
    """Return the notebook for nbgrader's `source/`, with the reference and the marking guide in solution regions.

    Raises:
        DeepclinicError: there is no such exercise, or its reference is not installed (a student's build).
    """
    return _notebook([_info(exercise)], language, _reference, guide=True)


def unit_student_notebook(unit: Unit, language: str = "en") -> nbformat.NotebookNode:
    """Return one student's notebook with every lesson of a unit."""
    return _notebook(unit.exercises, language, stub_source, guide=False)


def unit_source_notebook(unit: Unit, language: str = "en") -> nbformat.NotebookNode:
    """Return one source notebook for nbgrader with every lesson of a unit."""
    return _notebook(unit.exercises, language, _reference, guide=True)


def dumps(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as the text of its `.ipynb` file."""
    return nbformat.writes(notebook) + "\n"


def _notebook(exercises, language: str, solution: Callable[[ExerciseInfo], str], guide: bool) -> nbformat.NotebookNode:
    cells = [cell for info in exercises for cell in _cells(info, language, solution(info), guide)]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
        "deepclinic": {"exercises": [info.name for info in exercises], "language": language},
    }
    notebook = new_notebook(cells=cells, metadata=metadata)
    nbformat.validate(notebook)
    return notebook


def _cells(info: ExerciseInfo, language: str, solution: str, guide: bool) -> list[nbformat.NotebookNode]:
    lesson = read_lesson(info).select(language)
    guides = "\n\n".join(cell.source for cell in lesson if cell.role == "guide")
    cells = []
    for place, cell in enumerate(lesson):
        name = f"{info.name}-{place:02d}"
        if cell.role == "prose":
            cells.append(new_markdown_cell(cell.source, id=name))
        elif cell.role == "code":
            cells.append(new_code_cell(cell.source, id=name))
        elif cell.role == "exercise":
            cells += [_solution_cell(info, solution), _check_cell(info, language)]
        elif cell.role == "question":
            cells.append(new_markdown_cell(cell.source, id=name))
            cells.append(_answer_cell(info, cell, guides if guide else None))
    return cells


def _solution_cell(info: ExerciseInfo, solution: str) -> nbformat.NotebookNode:
    name = f"{info.name}-solution"
    marks = _marks(name, grade=False, locked=False, solution=True)
    return new_code_cell(solution.strip("\n"), id=name, metadata={"nbgrader": marks})


def _check_cell(info: ExerciseInfo, language: str) -> nbformat.NotebookNode:
    name = f"{info.name}-check"
    spoken = "" if language == "en" else f', language="{language}"'
    source = f'from deepclinic import exercise\n\nexercise("{info.name}"{spoken}).check()'
    marks = _marks(name, grade=True, locked=True, solution=False, points=info.max_points)
    return new_code_cell(source, id=name, metadata={"nbgrader": marks})


def _answer_cell(info: ExerciseInfo, question: Cell, guide: str | None) -> nbformat.NotebookNode:
    name = f"{info.name}-question"
    source = TEXT_STUB if guide is None else f"{BEGIN}\n{guide}\n{END}"
    marks = _marks(name, grade=True, locked=False, solution=True, points=question.points)
    return new_markdown_cell(source, id=name, metadata={"nbgrader": marks})


def _marks(grade_id: str, *, grade: bool, locked: bool, solution: bool, points: float | None = None) -> dict[str, Any]:
    marks = {"grade": grade, "grade_id": grade_id, "locked": locked, "schema_version": 3, "solution": solution}
    return marks | {"task": False} | ({} if points is None else {"points": points})


def _reference(info: ExerciseInfo) -> str:
    if info.reference is None:
        raise DeepclinicError(f"The reference of {info.name!r} is not here: this is a build for students.")
    return info.reference.read_text(encoding="utf-8")


def _info(exercise: ExerciseInfo | str) -> ExerciseInfo:
    return catalog().exercise(exercise) if isinstance(exercise, str) else exercise
