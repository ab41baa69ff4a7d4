"""Makes a course folder that nbgrader's own commands run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nbformat import NotebookNode

from deepclinic.classroom.course_readme import README
from deepclinic.classroom.points import Points
from deepclinic.course.catalog import Unit, catalog
from deepclinic.course.notebook import dumps, source_notebook
from deepclinic.course.solutions import has_solutions
from deepclinic.errors import DeepclinicError
from deepclinic.files import write_whole
from deepclinic.text import LANGUAGES, Text

COURSE_ID = "deepclinic"

CONFIG = '''\
"""nbgrader's configuration of this course. Made by `deepclinic nbgrader init`; yours to change."""

import sys
from pathlib import Path

# nbgrader looks for modules in this folder first. Last is enough, and not yet for the grader: no deepclinic.py here
# takes its place.
here = [place for place in sys.path if place in ("", str(Path.cwd()))]
sys.path[:] = [place for place in sys.path if place not in here]
try:
    from deepclinic.classroom.config import configure
except ImportError as error:
    raise SystemExit(f"This course is graded by deepclinic, which {{sys.executable}} cannot import ({{error}}).")
sys.path += here

c = get_config()  # noqa: F821 (nbgrader defines it)
configure(c)

c.CourseDirectory.course_id = {course_id!r}

# Where assignments are released to and handed in. For a class on one server: a folder that every student can reach,
# the same in the students' own nbgrader_config.py.
c.Exchange.root = str(Path(__file__).resolve().parent / "exchange")

# Language of the explanations: "en" or "ko".
c.GradeExercises.language = {language!r}

# The numbers of the checks are drawn once for each assignment; their seed is kept in verdicts/. To use another:
# c.GradeExercises.seed = 7
'''


def init(
    course_dir: Path,
    *,
    units: Sequence[str] | None = None,
    exercises: Sequence[str] | None = None,
    points: Sequence[str] = (),
    language: str = "en",
    course_id: str = COURSE_ID,
) -> list[str]:
    """Make a course folder; return the names of its assignments, one for each unit that has exercises.

    Args:
        course_dir: a folder that does not exist yet or is empty.
        units: folder names of the units to take, or the beginning of one; all where None.
        exercises: names of the exercises to take; all of these units where None.
        points: what cells are worth where not what the course says; see `Points.parse`.
        language: of lessons and explanations.

    Raises:
        DeepclinicError: the folder is in use, there is no such unit or exercise, points are not understood, or the
            solutions are not installed.
    """
    if language not in LANGUAGES:
        raise DeepclinicError(f"There is no language {language!r}. There are: {', '.join(LANGUAGES)}")
    if not has_solutions():
        raise DeepclinicError(
            "A course for nbgrader needs the reference solutions; this is the students' build of deepclinic."
        )
    wanted = {catalog().exercise(name) for name in exercises} if exercises else set(catalog().exercises)
    chosen = [replace(unit, exercises=tuple(e for e in unit.exercises if e in wanted)) for unit in _chosen(units)]
    chosen = [unit for unit in chosen if unit.exercises]
    files = {"nbgrader_config.py": CONFIG.format(course_id=course_id, language=language)}
    worth = Points.parse(points, [exercise.name for unit in chosen for exercise in unit.exercises])
    notebooks = {
        (unit.folder, exercise.name): worth.give(source_notebook(exercise, language))
        for unit in chosen
        for exercise in unit.exercises
    }
    files |= {f"source/{unit}/{name}.ipynb": dumps(notebook) for (unit, name), notebook in notebooks.items()}
    files["README.md"] = _readme(chosen, notebooks, language)
    _write(course_dir, files)
    return [unit.folder for unit in chosen]


def _chosen(names: Sequence[str] | None) -> Iterable[Unit]:
    units = catalog().units
    if names is None:
        return units
    unknown = [name for name in names if not any(unit.folder.startswith(name) for unit in units)]
    if unknown:
        raise DeepclinicError(f"There is no unit {unknown[0]!r}. There are: {', '.join(u.folder for u in units)}")
    return [unit for unit in units if any(unit.folder.startswith(name) for name in names)]


def _readme(units: Sequence[Unit], notebooks: Mapping[tuple[str, str], NotebookNode], language: str) -> str:
    if not units:
        raise DeepclinicError("There are no exercises in this choice of units.")
    rows = [f"| `{unit}` | {name} | {_worth(notebook)} |" for (unit, name), notebook in notebooks.items()]
    return README[language].format(
        title=catalog().title.to(language),
        nbgrader=Path(sys.executable).with_name("nbgrader"),
        table="\n".join(rows),
        first=units[0].folder,
    )


def _worth(notebook: NotebookNode) -> str:
    marks = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return " + ".join(f"{mark['points']:g}" for mark in marks if "points" in mark)


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write all files, or none: an interrupted `init` leaves no half-made course behind."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DeepclinicError(
            Text(
                f"{folder} exists and is not empty. Name a new folder: nothing is ever written over your work.",
                f"{folder}이(가) 이미 있고 비어 있지 않습니다. 새 폴더를 지정하세요. 기존 작업은 덮어쓰지 않습니다.",
            )
        )
    tops = {folder / Path(name).parts[0] for name in files}
    try:
        for name, text in files.items():
            write_whole(folder / name, text)
    except BaseException:
        for top in filter(Path.exists, tops):
            shutil.rmtree(top) if top.is_dir() else top.unlink()
        raise
