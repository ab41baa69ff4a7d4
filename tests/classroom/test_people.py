"""What people see of a graded class: faults cost nothing, and Formgrader, feedback and exports tell the same story.

One course, graded by real nbgrader, then opened in a real Jupyter server by a headless browser.
"""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest
from browser import chromium
from commands import Course
from jupyter_at_work import formgrader as server
from messy_class import REFERENCE, copied, grade_id

from deepclinic.classroom.init import init
from deepclinic.course.solutions import misconceptions
from deepclinic.grading import PUBLISHED_SEED

pytestmark = pytest.mark.slow

UNIT = "1_vanishing_gradients"
DUE = datetime.datetime(2030, 5, 1, 12)
FAULT = "# the machine fails here\n"
ANSWER = """**Because** the slope is 0.
<script>document.title = "taken over"</script><img src="x" onerror="document.title = 'taken over'">"""

CONFIGURATION = f"""
c.GradeExercises.seed = {PUBLISHED_SEED}

from nbgrader.plugins import LateSubmissionPlugin

class PointPerHour(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late // 3600

c.AssignLatePenalties.plugin_class = PointPerHour
"""
BREAKS = f"""
from deepclinic.isolation import Run, Workers

if not hasattr(Workers, "sound"):
    Workers.sound = Workers.run

    def run(self, request, **limits):
        fails = {FAULT!r} in str(request.get("source", "")) + str(request.get("data", ""))
        return Run([], "fault", "no space left on device") if fails else self.sound(request, **limits)

    Workers.run = run
"""
"""For the configuration: the machine fails for submissions with that comment."""


def _wrong() -> str:
    return next(wrong.source for wrong in misconceptions("relu") if wrong.id == "slope_ignored")


def _in_call(line: str) -> str:
    place = REFERENCE.rindex("        return ops.where")
    return f"{REFERENCE[:place]}        {line}\n{REFERENCE[place:]}"


CLASS = {
    "right": REFERENCE,
    "wrong": _wrong(),
    "late": REFERENCE,
    "library": "import a_library_of_mine\n" + REFERENCE,
    "library_in_a_method": _in_call("import a_library_of_mine"),
    "library_name": "from keras import a_name_of_another_version\n" + REFERENCE,
    "machine": FAULT + REFERENCE,
}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """The class, graded, before anybody has looked at it."""
    course = Course(tmp_path_factory.mktemp("people") / "course", UNIT)
    init(course.folder, exercises=["relu"], points=["relu=20", "relu/question=4"])
    course.configure(CONFIGURATION)
    sound = (course.folder / "nbgrader_config.py").read_text(encoding="utf-8")
    course.run("generate_assignment", UNIT)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(UNIT, duedate=DUE)
        gradebook.add_student("absent", first_name="=1+1", last_name="김")
    released = json.loads(course.released())
    for student, source in CLASS.items():
        notebook = copied(released)
        for one in notebook["cells"]:
            if grade_id(one) == "relu-solution":
                one["source"] = source
            elif grade_id(one) == "relu-question":
                one["source"] = ANSWER
        course.hand_in(student, "relu.ipynb", json.dumps(notebook).encode())
        at = DUE + datetime.timedelta(hours=3.5 if student == "late" else -1)
        course.hand_in(student, "timestamp.txt", f"{at} UTC".encode())
    course.configure(BREAKS)
    course.run("autograde", UNIT)
    (course.folder / "nbgrader_config.py").write_text(sound, encoding="utf-8")
    return course


UNGRADED = ("library", "library_in_a_method", "library_name", "machine")


@pytest.mark.parametrize("student", UNGRADED)
def test_what_is_not_the_students_fault_is_left_ungraded_and_says_so(course, student):
    assert course.grade(student) == (None, True)
    why = (
        "no space left on device" if student == "machine" else "a_name_of" if "name" in student else "a_library_of_mine"
    )
    told = course.output["autograde"].partition("For a person to look at:")[2]
    assert any(line.startswith(f"  {student}, relu: ") and why in line for line in told.splitlines())
    notebook = (course.folder / "autograded" / student / UNIT / "relu.ipynb").read_text(encoding="utf-8")
    assert "costs no points" in notebook and why in notebook


def test_everybody_else_is_graded(course):
    assert course.grade("right") == course.grade("late") == (20.0, False)
    points, manual = course.grade("wrong")
    assert points is not None and 0 < points < 20 and not manual


def test_graded_again_on_a_sound_machine_nothing_is_lost(course):
    course.run("autograde", UNIT, "--force", "--student", "machine")
    assert course.grade("machine") == (20.0, False)


@pytest.fixture(scope="module")
def formgrader(course, tmp_path_factory) -> Iterator[Any]:
    """A page of the browser on a server for the course, with `at(path)` to go somewhere in Formgrader."""
    with chromium() as browser, server(course.folder, tmp_path_factory.mktemp("people") / "home") as (address, headers):
        page = browser.new_page(extra_http_headers=headers, viewport={"width": 1200, "height": 900})
        page.at = lambda path: page.goto(f"{address}/formgrader/{path}", wait_until="domcontentloaded")
        yield page


def _open(page: Any, course: Course, student: str) -> None:
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission_notebook("relu", UNIT, student).id
    page.at(f"submissions/{submission}")
    # The boxes are filled in by a script, once it has asked for the grades.
    page.wait_for_function("document.querySelectorAll('input.extra-credit[placeholder]').length == 2")


def test_the_list_of_submissions_shows_scores_and_who_waits(course, formgrader):
    formgrader.at(f"gradebook/{UNIT}/relu")
    formgrader.wait_for_selector("#main-table a")
    text = formgrader.inner_text("#main-table")
    assert text.count("20 / 24") >= 2 and text.count("0 / 24") >= 3


def test_formgrader_shows_points_and_report_of_each_cell(course, formgrader):
    _open(formgrader, course, "wrong")
    points, _ = course.grade("wrong")
    assert float(formgrader.get_attribute("#relu-check.score", "placeholder")) == points
    text = formgrader.inner_text("body")
    assert f"{points:g} / 20 points" in text and "What to try" in text
    assert formgrader.is_visible("#relu-question.score.needs_manual_grade")


def test_what_a_student_wrote_runs_nowhere(course, formgrader):
    _open(formgrader, course, "wrong")
    assert "taken over" not in formgrader.title()
    assert formgrader.evaluate("[...document.querySelectorAll('strong')].some(e => e.innerText == 'Because')")
    assert "document.title" in formgrader.inner_text("body")


def test_a_person_grades_what_was_left_and_the_answer(course, formgrader):
    _open(formgrader, course, "library")
    assert formgrader.is_visible("#relu-check.score.needs_manual_grade")
    for cell, points in (("relu-check", "15"), ("relu-question", "3.5")):
        with formgrader.expect_response(lambda answer: "/api/grade/" in answer.url and answer.request.method == "PUT"):
            formgrader.fill(f"#{cell}.score", points)
            formgrader.press(f"#{cell}.score", "Tab")
    with course.gradebook() as gradebook:
        grades = {g.name: g for g in gradebook.find_submission_notebook("relu", UNIT, "library").grades}
        assert (grades["relu-check"].score, grades["relu-question"].score) == (15.0, 3.5)
        assert not any(grade.needs_manual_grade for grade in grades.values())


def test_feedback_shows_points_report_and_the_curves(course, formgrader):
    course.run("generate_feedback", UNIT)
    page = formgrader.context.browser.new_page()
    page.goto((course.folder / "feedback" / "right" / UNIT / "relu.html").as_uri(), wait_until="domcontentloaded")
    assert "taken over" not in page.title()
    assert "Every check passed" in page.inner_text("body")
    page.click("summary:has-text('A network with your layer')")
    plot = page.locator("figure img").first
    plot.scroll_into_view_if_needed()
    assert plot.is_visible() and plot.evaluate("image => image.naturalWidth > 100")
    page.close()


def test_exports_count_late_penalties_and_manual_points(course, formgrader):
    course.run("export", "--to", "grades.csv")
    with (course.folder / "grades.csv").open(newline="") as file:
        grades = {row["student_id"]: row for row in csv.DictReader(file)}
    assert grades["late"]["late_submission_penalty"] == "3.0" and grades["late"]["score"] == "17.0"
    assert grades["library"]["score"] == "18.5"


def test_the_detailed_export_has_a_row_for_each_exercise_and_a_column_for_each_check(course):
    course.run("export", "--exporter", "deepclinic.classroom.export.CheckExport", "--to", "checks.csv")
    with (course.folder / "checks.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert rows.keys() == {*CLASS, "absent"}
    checks = [name for name in rows["wrong"] if name.startswith("relu/")]
    assert len(checks) > 5
    for student in ("right", "wrong", "late"):
        earned = sum(float(rows[student][name]) for name in checks)
        assert earned == pytest.approx(float(rows[student]["code_score"]), abs=0.05)
    assert rows["wrong"]["misconception"] == "slope_ignored"
    assert (rows["late"]["late_submission_penalty"], rows["late"]["score"], rows["late"]["max_score"]) == (
        "3",
        "17",
        "24",
    )
    assert all(rows["library_name"][name] == "" for name in checks)
    assert "a_name_of_another_version" in rows["library_name"]["reason"]
    assert (rows["absent"]["handed_in"], rows["absent"]["score"], rows["absent"]["last_name"]) == ("no", "0", "김")
    assert rows["absent"]["first_name"] == "'=1+1"
