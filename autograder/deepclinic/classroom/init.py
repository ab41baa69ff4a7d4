"""Makes a course folder that nbgrader's own commands run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from deepclinic.course.catalog import Unit, catalog
from deepclinic.course.notebook import dumps, source_notebook
from deepclinic.course.solutions import has_solutions
from deepclinic.errors import DeepclinicError
from deepclinic.text import LANGUAGES, Text

COURSE_ID = "deepclinic"

CONFIG = '''\
"""nbgrader's configuration of this course. Made by `deepclinic nbgrader init`; yours to change."""

import sys
from pathlib import Path

try:
    from deepclinic.classroom.config import configure
except ImportError as error:
    raise SystemExit(f"This course is graded by deepclinic, which {{sys.executable}} cannot import ({{error}}).")

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

README = """\
# {title}

A course for nbgrader, graded by deepclinic. Run the commands in this folder; where the environment is not activated,
nbgrader is `{nbgrader}`.

| assignment | notebooks |
|---|---|
{table}

## Before the term

The notebooks in `source/` hold reference solutions and marking guides; students get them without. Change the prose,
the points, add cells of your own: cells whose id ends in `-solution`, `-check` or `-question` must keep their ids.

    nbgrader generate_assignment {first}      # source/ -> release/
    nbgrader release_assignment {first}       # release/ -> exchange/

Without an exchange, give students the folder `release/{first}` in any way you like, and put what they hand in into
`submitted/<student>/{first}/`.

## After the deadline

    nbgrader collect {first}                  # exchange/ -> submitted/
    nbgrader autograde {first}                # submitted/ -> autograded/, points into gradebook.db
    jupyter lab                               # menu Nbgrader > Formgrader: grade the written answers
    nbgrader generate_feedback {first}        # feedback/: one page for each notebook
    nbgrader release_feedback {first}         # back to the students
    nbgrader export                           # grades.csv

To grade again: `nbgrader autograde {first} --force`, for one student with `--student ID`.

A large class is graded sooner, before `autograde`, by

    deepclinic grade --nbgrader {first}       # --student ID for one, --again for what is kept too

It may be interrupted and goes on where it was; `autograde` then picks up the verdicts. They lie in `verdicts/`, with
the seed of the checks: keep that folder to yourself.

## How it is graded

Each exercise has one test cell, `<exercise>-check`. A student's code is never run in nbgrader's process or in a
notebook kernel: it is observed in an isolated process, and judged from the observation. The cell's output is the
report that the student finds on the feedback page; its points are partial credit.

- A notebook that cannot be read, a missing one and an endless loop cost their own points only; the report says why.
- Where the grader itself failed, the cell is left for you (`needs manual grade` in Formgrader) and costs nothing.
- At its end `nbgrader autograde` lists what a person should look at.
- Written answers (`<exercise>-question`) are yours to grade; the marking guide is in the notebook in `source/`.
"""


def init(
    course_dir: Path,
    *,
    units: Sequence[str] | None = None,
    exercises: Sequence[str] | None = None,
    language: str = "en",
    course_id: str = COURSE_ID,
) -> list[str]:
    """Make a course folder; return the names of its assignments, one for each unit that has exercises.

    Args:
        course_dir: a folder that does not exist yet or is empty.
        units: folder names of the units to take, or the beginning of one; all where None.
        exercises: names of the exercises to take; all of these units where None.
        language: of lessons and explanations.

    Raises:
        DeepclinicError: the folder is in use, there is no such unit or exercise, or the solutions are not installed.
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
    for unit in chosen:
        for exercise in unit.exercises:
            files[f"source/{unit.folder}/{exercise.name}.ipynb"] = dumps(source_notebook(exercise, language))
    files["README.md"] = _readme(chosen, language)
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


def _readme(units: Sequence[Unit], language: str) -> str:
    if not units:
        raise DeepclinicError("There are no exercises in this choice of units.")
    rows = [f"| `{unit.folder}` | {', '.join(exercise.name for exercise in unit.exercises)} |" for unit in units]
    return README.format(
        title=catalog().title.to(language),
        nbgrader=Path(sys.executable).with_name("nbgrader"),
        table="\n".join(rows),
        first=units[0].folder,
    )


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
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except BaseException as error:
        for top in filter(Path.exists, tops):
            shutil.rmtree(top) if top.is_dir() else top.unlink()
        if isinstance(error, OSError):
            raise DeepclinicError(f"{folder} cannot be written: {error.strerror or error}") from error
        raise
