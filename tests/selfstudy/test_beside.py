"""The diff-like view loses no line of either side, and reads any notebook or none."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from deepclinic.course import solutions
from deepclinic.course.stub import has_markers, stub_source
from deepclinic.selfstudy import beside

LINES = st.lists(st.sampled_from(["a", "b", "    c", ""]), max_size=12).map("\n".join)


def printed(own: str, width: int) -> str:
    """What a terminal shows beside the reference of relu."""
    out = io.StringIO()
    for part in beside.face("relu", own, "en", width):
        Console(width=width, file=out).print(part)
    return out.getvalue()


@given(LINES, LINES)
def test_each_side_can_be_read_off_again(own, other):
    rows = list(beside.rows(own, other))
    for side, text in (("-", own), ("+", other)):
        assert [row.line for row in rows if row.mark in (" ", side)] == text.strip("\n").splitlines()


def test_what_is_the_same_is_not_marked():
    reference = beside.reference("relu")
    assert {row.mark for row in beside.rows(solutions.reference_source("relu"), reference)} >= {" "}
    assert {row.mark for row in beside.rows(reference, reference)} == {" "}
    assert not has_markers(reference)


def test_a_stub_differs_where_the_student_writes():
    marked = [row for row in beside.rows(stub_source("relu"), beside.reference("relu")) if row.mark == "-"]
    assert marked and all("NotImplementedError" in row.line for row in marked)


def test_every_face_names_how_others_did_it():
    own = stub_source("relu")
    for idea in (alternative.idea.en for alternative in solutions.alternatives("relu")):
        assert idea in beside.plain("relu", own, "en")
        assert idea in printed(own, 200)
        assert idea.replace("&", "&amp;") in beside.fragment("relu", own, "en").replace("&#x27;", "'")


@pytest.mark.parametrize("width", [60, 130])
def test_a_line_that_does_not_fit_goes_on_as_far_to_the_right_as_it_began(width):
    own = "def f(x):\n    return " + " + ".join(["x"] * 60)
    shown = [line[:60].rstrip() for line in printed(own, width).splitlines()]
    margin = "" if width > 120 else "  "
    begins = next(place for place, line in enumerate(shown) if "    return x + x" in line)
    for line in shown[begins + 1 : begins + 3]:
        assert line.startswith(f"{margin}    ") and line.strip() and not line.strip(" x+")


@pytest.mark.parametrize("width", [60, 130])
@pytest.mark.parametrize("blanks", [" " * 58, " " * 200, "\u3000" * 4, "\u3000" * 40])
def test_a_line_is_shown_however_far_to_the_right_it_begins(width, blanks):
    """The wide blank of a Korean keyboard takes two columns."""
    shown = printed(f"def f(x):\n{blanks}return far_away", width)
    assert "far_away" in "".join(shown.split()) and "…" not in shown.partition("def f(x)")[2].partition("import")[0]


def test_code_in_a_fragment_stays_text():
    assert "<script>" not in beside.fragment("relu", "x = '<script>alert(1)</script>'", "en")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', '{"cells": [{"metadata": []}]}'])
def test_a_broken_notebook_has_no_code(tmp_path, text):
    path = tmp_path / "relu.ipynb"
    path.write_text(text)
    assert beside.own_source(path) == ""


def test_of_a_notebook_the_solution_cells_count(tmp_path):
    solution = {"cell_type": "code", "metadata": {"nbgrader": {"solution": True}}, "source": ["x = 1\n", "y = 2"]}
    other = {"cell_type": "code", "metadata": {}, "source": "z = 3"}
    (tmp_path / "relu.ipynb").write_text(json.dumps({"cells": [other, solution]}))
    assert beside.own_source(tmp_path / "relu.ipynb") == "x = 1\ny = 2"
