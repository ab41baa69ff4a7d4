"""`--points`: what cells are worth reaches the gradebook's cells and the reports, and mistakes are named."""

from __future__ import annotations

import json

import pytest

from deepclinic.classroom.init import init
from deepclinic.classroom.points import Points
from deepclinic.errors import DeepclinicError
from deepclinic.report.model import CheckResult, Report
from deepclinic.text import Text


def _worth(course) -> dict[str, float]:
    found = {}
    for path in course.glob("source/*/*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            marks = cell["metadata"].get("nbgrader", {})
            if "points" in marks:
                found[marks["grade_id"]] = marks["points"]
    return found


def test_a_factor_holds_for_all_and_points_of_ones_own_for_one(tmp_path):
    init(tmp_path / "as_it_is", units=["1"])
    init(tmp_path / "changed", units=["1"], points=["2", "relu=25", "relu/question=0.5"])
    before, after = _worth(tmp_path / "as_it_is"), _worth(tmp_path / "changed")
    own = {"relu-check": 25, "relu-question": 0.5}
    assert after == {name: own.get(name, 2 * points) for name, points in before.items()}
    assert "| relu | 25 + 0.5 |" in (tmp_path / "changed" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("item", ["relu=", "relu=ten", "relu=-1", "nan", "inf", "relu", "=", "-2"])
def test_what_is_no_number_of_points_is_named(item):
    with pytest.raises(DeepclinicError, match=f"--points {item}: write a factor"):
        Points.parse([item], ["relu"])


@pytest.mark.parametrize("item", ["dropout=3", "relu/guide=3", "=3"])
def test_an_exercise_that_the_course_does_not_have_is_named(item, tmp_path):
    with pytest.raises(DeepclinicError, match="has no exercise"):
        init(tmp_path / "course", units=["1"], points=[item])
    assert not (tmp_path / "course").exists()


def test_a_report_is_scaled_check_by_check():
    checks = [
        CheckResult(i, Text(i), "pass" if i == "a" else "fail", 3.0 * (i == "a"), m)
        for i, m in (("a", 3.0), ("b", 1.0))
    ]
    report = Report("x", "relu", "graded", 4.0, tuple(checks))
    scaled = report.scaled(10)
    assert (scaled.points, scaled.max_points, [c.max_points for c in scaled.checks]) == (7.5, 10, [7.5, 2.5])
    assert report.scaled(4) is report and report.scaled(0) is report
