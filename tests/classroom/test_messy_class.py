"""A whole class of messy notebooks through real nbgrader: each costs only what it must, and none stops the others."""

from __future__ import annotations

import pytest
from commands import Course
from messy_class import FULL, NOTHING, PARTLY, TOLD, hand_in

from deepclinic.classroom.init import init
from deepclinic.grading import PUBLISHED_SEED

pytestmark = pytest.mark.slow

UNIT = "1_vanishing_gradients"


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """The class, autograded; `autograde` has ended with status 0."""
    course = Course(tmp_path_factory.mktemp("messy") / "course", UNIT)
    init(course.folder, exercises=["relu"], points=["relu=20"])
    course.configure(f"c.GradeExercises.seed = {PUBLISHED_SEED}")
    course.run("generate_assignment", UNIT)
    hand_in(course.folder / "release" / UNIT, course.folder / "submitted", UNIT)
    course.run("autograde", UNIT)
    return course


def _told(course: Course) -> list[str]:
    """What the command lists at its end."""
    return course.output["autograde"].partition("For a person to look at:\n")[2].splitlines()


def _report(course: Course, student: str, notebook: str = "relu") -> str:
    return (course.folder / "autograded" / student / UNIT / f"{notebook}.ipynb").read_text(encoding="utf-8")


def test_it_is_a_class_of_about_forty():
    assert len(FULL) + len(PARTLY) + len(NOTHING) >= 40


@pytest.mark.parametrize("student", FULL)
def test_a_solution_that_is_there_is_graded(course, student):
    assert course.grade(student) == (20.0, False)


@pytest.mark.parametrize("student", TOLD)
def test_what_the_grader_had_to_choose_is_said_in_the_report_and_in_the_list(course, student):
    assert TOLD[student] in _report(course, student)
    assert any(line.startswith(f"  {student}, relu: ") and TOLD[student] in line for line in _told(course))


@pytest.mark.parametrize("student", PARTLY)
def test_of_two_candidates_the_last_counts(course, student):
    points, manual = course.grade(student)
    assert points is not None and 0 < points < 20 and not manual
    assert "defined more than once" in _report(course, student)


@pytest.mark.parametrize("student", NOTHING)
def test_a_solution_that_is_not_there_gets_nothing_and_the_reason(course, student):
    assert course.grade(student) == (0.0, False)
    assert NOTHING[student][1] in _report(course, student)


def test_nothing_that_a_link_leads_to_is_copied(course):
    files = {path.name for path in (course.folder / "autograded" / "odd_files_beside").rglob("*")}
    assert "relu.ipynb" in files and not files & {"secret.txt", "dangling", "pipe"}


def test_students_in_good_order_are_not_in_the_list(course):
    listed = {line.split(",")[0].strip() for line in _told(course)}
    assert not listed & {"moved", "unknown_kernel", "crlf", "helper_in_a_file"}
    assert {student for student in NOTHING if student != "untouched"} <= listed
