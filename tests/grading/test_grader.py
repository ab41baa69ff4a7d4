"""What goes wrong on the grader's side costs no point and no other report."""

from __future__ import annotations

from pathlib import Path

from deepclinic.course.catalog import catalog
from deepclinic.grading import Grader, Submission, expected
from deepclinic.grading.expected import ExpectedObservations
from deepclinic.grading.intake import Solution
from deepclinic.grading.verdict import ready_made
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text


def test_an_error_of_the_graders_own_is_left_for_a_person(monkeypatch):
    def fails(*_: object) -> None:
        raise ZeroDivisionError("somewhere inside")

    grader = Grader(seed=3)
    monkeypatch.setattr(grader, "_grade_solution", fails)
    report = grader.grade_solution(Submission(Path("relu.py")), Solution("relu", "", (), (), {}))
    assert report.outcome == "grader_fault" and "somewhere inside" in report.reason.en
    assert {check.outcome for check in report.checks} == {"grader_fault"}


def test_a_reference_that_did_not_work_is_observed_again(monkeypatch, tmp_path):
    broken = [
        Observation({"plain": ProbeObservation(stopped=Text("too slow"))}),
        Observation({"plain": ProbeObservation(error=StudentError("OSError", "no memory", ""))}),
        Observation({}, StudentError("OSError", "no memory", "")),
    ]
    sound = Observation({"plain": ProbeObservation({"output": 1.0})})
    answers = iter([*broken, sound])
    monkeypatch.setenv("DEEPCLINIC_CACHE", str(tmp_path))
    monkeypatch.setattr(expected, "observe", lambda *_, **__: next(answers))
    observations = ExpectedObservations(workers=None)  # type: ignore[arg-type]  # nothing is run
    relu = catalog().exercise("relu")
    assert [observations.reference(relu, 9) for _ in range(6)] == [*broken, sound, sound, sound]


def test_a_feature_that_the_source_names_is_said_once_with_its_line():
    read = ("keras.ops.sigmoid (line 19)", "keras.ops.sigmoid (line 30)")
    used = ("keras.ops.sigmoid", "keras.layers.Dense")
    assert ready_made(read, used) == (*read, "keras.layers.Dense")
    assert ready_made((), used) == used
