"""The demonstration goes through every command, shows what the class misunderstood, and tells what went wrong."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from rich.console import Console

from deepclinic.classroom import demo as module
from deepclinic.classroom import sample
from deepclinic.errors import DeepclinicError

pytestmark = pytest.mark.slow


@pytest.fixture
def printed(monkeypatch) -> io.StringIO:
    """What the demonstration prints, of a class of six with one exercise."""
    out = io.StringIO()
    monkeypatch.setattr(module, "make_console", lambda: Console(file=out, width=120))
    monkeypatch.setattr(sample, "STUDENTS", sample.STUDENTS[:6])
    monkeypatch.setattr(sample, "PREFERRED", ("relu",))
    monkeypatch.setattr(sample, "EMPTY", 2)
    monkeypatch.setattr(sample, "CHEAT", 4)
    return out


def test_from_release_to_grades(tmp_path, printed):
    assert module.demo(tmp_path / "demo") == 0
    text = printed.getvalue()
    lines = (tmp_path / "demo" / "grades.csv").read_text(encoding="utf-8").splitlines()
    rows = {row["student_id"]: row for row in csv.DictReader(lines)}
    students = [student for student, *_ in sample.STUDENTS]
    assert set(rows) == set(students)
    assert rows[students[0]]["first_name"] == "Amara"
    scores = [float(rows[student]["raw_score"]) for student in students]
    assert scores[0] == 10 and scores[sample.EMPTY] == 0 and scores[sample.BROKEN] == 0
    assert 0 < scores[sample.CHEAT] < 10
    assert "What the class misunderstood" in text and "farid, relu: " in text
    pages = list((tmp_path / "demo" / "feedback").glob("*/*/relu.html"))
    assert len(pages) == len(students)
    assert str(tmp_path / "demo" / "grades.csv") in text and any(str(page) in text for page in pages)


def test_a_command_that_fails_shows_its_last_lines_and_where_the_rest_is(tmp_path, printed, monkeypatch):
    monkeypatch.setattr(sample, "roster", lambda: "no,such,columns\n1,2,3\n")
    assert module.demo(tmp_path / "demo") == module.FAILED
    text = printed.getvalue()
    assert "nbgrader db student failed" in text and "demo.log" in text
    assert (tmp_path / "demo" / module.LOG).read_text()


def test_a_folder_in_use_is_left_alone(tmp_path, printed):
    (tmp_path / "mine").write_text("")
    with pytest.raises(DeepclinicError, match="not empty"):
        module.demo(tmp_path)
    assert [path.name for path in Path(tmp_path).iterdir()] == ["mine"]
