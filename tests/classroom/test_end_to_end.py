"""Real nbgrader, from source to feedback: everybody gets the points that they deserve, and is told why.

One course, one class, one run of each command; the tests look at what came out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from attack_files import Attack, attacks, wrong_source
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook

from deepclinic.classroom.init import init
from deepclinic.classroom.summary import class_summary
from deepclinic.course.lesson import read_lesson
from deepclinic.course.solutions import misconceptions, reference_source
from deepclinic.course.stub import solution_parts
from deepclinic.grading import PUBLISHED_SEED

pytestmark = pytest.mark.slow

UNIT = "1_vanishing_gradients"
FULL = 10.0
TIME_LIMIT = 12
"""Seconds: long for an honest check even on a busy machine, short enough to wait for once."""

CHEAT = """
import numpy as np, keras
np.allclose = lambda *a, **k: True
np.array_equal = lambda *a, **k: True
np.testing.assert_allclose = lambda *a, **k: None
"""


@dataclass
class Course:
    """A graded course: its folder, and what each command has written."""

    folder: Path
    output: dict[str, str]

    def grade(self, student: str, cell: str = "relu-check", notebook: str = "relu") -> Any:
        with Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}") as gradebook:
            grade = gradebook.find_grade(cell, notebook, UNIT, student)
            return grade.auto_score, grade.needs_manual_grade

    def points(self, student: str) -> float | None:
        return self.grade(student)[0]

    def page(self, student: str, notebook: str = "relu") -> str:
        return (self.folder / "feedback" / student / UNIT / f"{notebook}.html").read_text(encoding="utf-8")


def _solution(notebook: dict[str, Any]) -> dict[str, Any]:
    return next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == "relu-solution")


def _right(notebook: dict[str, Any]) -> None:
    _solution(notebook)["source"] = reference_source("relu")


def _wrong(notebook: dict[str, Any]) -> None:
    chosen = next(wrong for wrong in misconceptions("relu") if wrong.id == "slope_ignored")
    _solution(notebook)["source"] = chosen.source


def _cheating(notebook: dict[str, Any]) -> None:
    _wrong(notebook)
    _solution(notebook)["source"] = CHEAT + _solution(notebook)["source"]
    notebook["cells"].insert(0, {"cell_type": "code", "source": CHEAT, "metadata": {}, "outputs": []})


def _hanging(notebook: dict[str, Any]) -> None:
    endless = "def call(self, *arguments):\n        while True:\n            pass\n\n    def not_called("
    _solution(notebook)["source"] = reference_source("relu").replace("def call(", endless)


def _duplicated(notebook: dict[str, Any]) -> None:
    _right(notebook)
    notebook["cells"].append(json.loads(json.dumps(_solution(notebook))))


def _old_schema(notebook: dict[str, Any]) -> None:
    _right(notebook)
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"].update(schema_version=1, points=1e9, junk="x")


def _stripped(notebook: dict[str, Any]) -> None:
    _right(notebook)
    for cell in notebook["cells"]:
        cell["metadata"] = {}


def _talking(notebook: dict[str, Any]) -> None:
    _right(notebook)
    _solution(notebook)["source"] += "\nimport sys\nprint('to stderr', file=sys.stderr)\n"


def _library(notebook: dict[str, Any]) -> None:
    _right(notebook)
    _solution(notebook)["source"] += "\nimport a_library_that_this_machine_lacks\n"


def _hostile(notebook: dict[str, Any]) -> None:
    error = "raise RuntimeError('<script>alert(1)</script>')\n        "
    _solution(notebook)["source"] = reference_source("relu").replace("super().__init__", error + "super().__init__", 1)


ATTACKS = {
    "patching": "patched/code_of_a_function",
    "forging": "channel/frames_in_the_graders_name",
    "leaving": "exits/os_exit",
    "reaching": "ready_made/by_the_generated_op",
    "lying": "values/claims_equality",
    "snooping": "reading/the_solutions",
    "boasting": "notebooks/points_in_the_metadata",
    "nesting": "notebooks/nested_without_end",
}
"""Some of the attacks that `deepclinic grade` is tested with, each on top of the wrong solution."""
NOTEBOOKS = ("boasting", "nesting")


def _attack(student: str) -> Attack:
    return next(attack for attack in attacks() if attack.id == ATTACKS[student])


def _attacking(student: str) -> Callable[[dict[str, Any]], None]:
    def change(notebook: dict[str, Any]) -> None:
        _solution(notebook)["source"] = _attack(student).submission(wrong_source("relu"))[1].decode()

    return change


CLASS: dict[str, Callable[[dict[str, Any]], None]] = {
    "right": _right,
    "wrong": _wrong,
    "cheating": _cheating,
    "hanging": _hanging,
    "untouched": lambda notebook: None,
    "duplicated": _duplicated,
    "old_schema": _old_schema,
    "stripped": _stripped,
    "talking": _talking,
    "library": _library,
    "hostile": _hostile,
    **{student: _attacking(student) for student in ATTACKS if student not in NOTEBOOKS},
}
BYTES = {
    "empty": b"",
    "cut_off": b'{"cells": [{"cell_type": "code", "sour',
    **{s: _attack(s).submission(wrong_source("relu"))[1] for s in ATTACKS if s in NOTEBOOKS},
}


def _practice() -> Any:
    """A notebook of the instructor's own: code that a person grades, and a test that nbgrader grades."""

    def marks(name: str, **flags: Any) -> dict[str, Any]:
        return {"nbgrader": {"schema_version": 3, "task": False, "locked": False, "grade_id": name, **flags}}

    cells = [
        new_code_cell(
            "print('the answer of ' + 'a student')", metadata=marks("essay", grade=True, solution=True, points=3)
        ),
        new_code_cell("x = 1", metadata=marks("x", grade=False, solution=True)),
        new_code_cell("assert x == 2", metadata=marks("x-test", grade=True, solution=False, locked=True, points=1)),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    folder = tmp_path_factory.mktemp("nbgrader") / "course"
    init(folder, exercises=["relu"])
    (folder / "source" / UNIT / "practice.ipynb").write_text(json.dumps(_practice()))
    settings = f"\nc.GradeExercises.seed = {PUBLISHED_SEED}\nc.GradeExercises.time_limit = {TIME_LIMIT}\n"
    with (folder / "nbgrader_config.py").open("a") as config:
        config.write(settings)
    course = Course(folder, {})
    _nbgrader(course, "generate_assignment", UNIT)
    _hand_in(folder)
    for command in ("autograde", "generate_feedback"):
        _nbgrader(course, command, UNIT)
    _nbgrader(course, "export", "--to", "grades.csv")
    return course


def _hand_in(folder: Path) -> None:
    released = (folder / "release" / UNIT / "relu.ipynb").read_text(encoding="utf-8")
    for student, change in CLASS.items():
        notebook = json.loads(released)
        change(notebook)
        name = "relu (1).ipynb" if student == "stripped" else "relu.ipynb"
        _put(folder, student, name, json.dumps(notebook).encode())
    for student, data in BYTES.items():
        _put(folder, student, "relu.ipynb", data)
    _put(folder, "elsewhere", "holiday.ipynb", b"{}")
    _put(folder, "pretending", "relu.ipynb", released.encode())
    _put(folder, "pretending", "relu.report.json", b'{"points": 10}')
    practice = json.loads((folder / "release" / UNIT / "practice.ipynb").read_text(encoding="utf-8"))
    practice["cells"][0]["source"] = "print('the answer of ' + 'a student')"
    practice["cells"][1]["source"] = "x = 2"
    _put(folder, "right", "practice.ipynb", json.dumps(practice).encode())


def _put(folder: Path, student: str, name: str, data: bytes) -> None:
    path = folder / "submitted" / student / UNIT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _nbgrader(course: Course, *arguments: str) -> None:
    """Run a command as somebody would who has not activated the environment."""
    environment = {**os.environ, "PATH": "/usr/bin:/bin", "JUPYTER_NO_CONFIG": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments], cwd=course.folder, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600,
    )  # fmt: skip
    course.output[arguments[0]] = done.stdout
    assert done.returncode == 0, f"nbgrader {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout[-5000:]}"


@pytest.mark.parametrize("student", ["right", "duplicated", "old_schema", "stripped", "talking"])
def test_a_right_solution_gets_full_marks_however_messy_its_notebook(course, student):
    assert course.grade(student) == (FULL, False)


def test_a_wrong_one_gets_partial_credit_and_is_told_what_it_misunderstood(course):
    points, manual = course.grade("wrong")
    assert 0 < points < FULL and not manual
    idea = next(wrong.misconception for wrong in misconceptions("relu") if wrong.id == "slope_ignored")
    page = course.page("wrong").replace("<code>", "`").replace("</code>", "`")
    assert idea.what.en in page and idea.try_.en in page


def test_patching_numpy_earns_nothing(course):
    assert course.points("cheating") == course.points("wrong")


@pytest.mark.parametrize("student", ATTACKS)
def test_an_attack_is_worth_nothing_in_the_gradebook_either(course, student):
    points, manual = course.grade(student)
    assert points <= course.points("wrong") and not manual
    assert points <= _attack(student).header.get("at_most", FULL)


@pytest.mark.parametrize("student", ["empty", "cut_off", "elsewhere", "pretending"])
def test_what_holds_no_solution_gets_nothing_and_stops_nobody(course, student):
    assert course.grade(student) == (0, False)


def test_an_untouched_notebook_gets_nothing_for_code_and_answer(course):
    assert course.grade("untouched") == (0, False)
    assert "Not attempted" in course.page("untouched")


def test_an_endless_loop_costs_what_it_touches_and_says_so(course):
    points, manual = course.grade("hanging")
    assert points < FULL and not manual
    assert f"{TIME_LIMIT} s" in course.page("hanging")


@pytest.mark.parametrize(
    ("student", "why"), [("empty", "empty"), ("cut_off", "damaged"), ("elsewhere", "not handed in")]
)
def test_the_page_says_why_there_is_nothing_to_grade(course, student, why):
    assert why in course.page(student)


def test_a_library_that_is_missing_here_is_left_to_a_person(course):
    assert course.grade("library") == (None, True)
    assert "a_library_that_this_machine_lacks" in course.page("library")


def test_what_a_student_wrote_is_text_on_the_page(course):
    assert "&lt;script&gt;alert(1)" in course.page("hostile")
    assert "<script>alert(1)" not in course.page("hostile")


def test_code_for_a_person_was_run_and_the_instructors_own_test_counts(course):
    assert course.grade("right", "x-test", "practice") == (1.0, False)
    page = course.page("right", "practice")
    assert "the answer of a student" in page
    assert course.grade("wrong", "x-test", "practice") == (0.0, False)


def test_nobodys_kernel_was_started_for_the_exercises(course):
    assert course.output["autograde"].count("Running the notebook") == 1


def test_the_command_ends_with_a_list_of_what_a_person_should_look_at(course):
    told = course.output["autograde"].partition("For a person to look at:")[2]
    for student in ("hanging", "empty", "cut_off", "elsewhere", "library", "stripped"):
        assert f"\n  {student}, relu: " in told
    assert "\n  right, " not in told


def test_the_release_holds_no_line_of_the_solution_or_of_the_guide(course):
    notebook = json.loads((course.folder / "release" / UNIT / "relu.ipynb").read_text(encoding="utf-8"))
    text = "\n".join("".join(cell["source"]) for cell in notebook["cells"])
    lesson = read_lesson("relu").select("en")
    shown = "\n".join(cell.source for cell in lesson if cell.role != "guide")
    secret = [*solution_parts(reference_source("relu")), *(cell.source for cell in lesson if cell.role == "guide")]
    lines = {line.strip() for part in secret for line in part.splitlines()}
    assert len(lines) > 5
    # A line that the lesson itself shows to everybody, such as the call of the base class, gives nothing away.
    assert [line for line in lines if len(line) > 12 and line in text and line not in shown] == []


def test_reports_are_kept_for_the_class_and_not_given_to_students(course):
    summary = class_summary(course.folder, UNIT)
    assert {report.student for report in summary.reports} == {*CLASS, *BYTES, "elsewhere", "pretending"}
    assert "slope_ignored" in [idea.id for idea, _ in summary.exercises[0].misconceptions]
    assert not list(course.folder.glob("feedback/**/*.report.json"))


def test_grades_are_exported(course):
    rows = (course.folder / "grades.csv").read_text().splitlines()
    assert len(rows) == 1 + len({*CLASS, *BYTES, "elsewhere", "pretending"})
