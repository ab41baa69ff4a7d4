"""What is left to a person is listed with its reason, and what a student chose is safe to print."""

from __future__ import annotations

from deepclinic.classroom import kept
from deepclinic.classroom.summary import class_summary, lines_of
from deepclinic.report.attention import look_at
from deepclinic.report.model import CheckResult, Misconception, Report
from deepclinic.text import Text


def _report(student: str, outcome: str = "graded", check: str = "pass", **more) -> Report:
    result = CheckResult("c", Text("It works", "작동한다"), check, 1.0 if check == "pass" else 0.0, 1.0)  # type: ignore[arg-type]
    return Report("relu.ipynb", "relu", outcome, 1.0, (result,), student=student, **more)  # type: ignore[arg-type]


def test_what_was_graded_without_doubt_is_not_listed():
    assert list(look_at([_report("a"), _report("b", check="fail")])) == []


def test_everything_else_is_listed_with_its_reason():
    reports = [
        _report("a", "unreadable", reason=Text("It is empty.")),
        _report("b", "grader_fault", reason=Text("No Keras here.")),
        _report("c", check="stopped"),
        _report("d", not_from_scratch=("keras.layers.ReLU (line 3)",)),
        _report("e", notes=(Text("Two definitions."),)),
        _report("f", check="grader_fault"),
    ]
    lines = lines_of(look_at(reports), "en")
    assert [line[0] for line in lines] == list("abcdef")
    for line, part in zip(lines, ["empty", "Keras", "Stopped", "line 3", "Two", "grader failed"], strict=True):
        assert part in line


def test_escape_sequences_are_shown_not_obeyed():
    (line,) = lines_of(look_at([_report("\x1b[2Jeve", notes=(Text("\x1b]0;pwned\x07"),))]), "en")
    assert "\x1b" not in line and "\x07" not in line


def test_reports_are_kept_beside_the_notebooks_and_summed_up(tmp_path):
    wrong = Misconception("identity", Text("It does nothing."), Text("Do something."))
    class_ = [_report("amara"), _report("bora", check="fail", misconception=wrong)]
    for report in class_:
        folder = tmp_path / "autograded" / str(report.student) / "unit"
        folder.mkdir(parents=True)
        (folder / f"relu{kept.SUFFIX}").write_bytes(kept.to_bytes(report))
    (tmp_path / "autograded" / "bora" / "unit" / f"damaged{kept.SUFFIX}").write_bytes(b"{")
    (tmp_path / "submitted" / "diego" / "unit").mkdir(parents=True)
    summary = class_summary(tmp_path, "unit")
    assert summary.reports == tuple(class_)
    assert summary.exercises[0].misconceptions == ((wrong, 1),)
    assert summary.exercises[0].rates[0].failed == 1
    assert summary.without_notebook == ("diego",)
