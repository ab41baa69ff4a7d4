"""Whatever a student hands in, what comes out has every marked cell once and passes nbgrader's own validation."""

from __future__ import annotations

import json
from typing import Any

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import compute_checksum, determine_grade

from deepclinic.classroom.marked import MarkedCell
from deepclinic.classroom.tidy import Found, read_cells, stand_in, tidy
from deepclinic.submission.notebook import Unreadable
from deepclinic.text import Text

STUB = "class ReLU:\n    raise NotImplementedError"
MINE = "class ReLU:\n    mine = True"


def _marked(grade_id: str, kind: str, source: str, **flags: Any) -> MarkedCell:
    marks = {"grade": False, "solution": False, "locked": False, "task": False, **flags}
    metadata = {"schema_version": 3, "grade_id": grade_id, "cell_type": kind, **marks}
    cell = nbformat.v4.new_code_cell(source) if kind == "code" else nbformat.v4.new_markdown_cell(source)
    cell.metadata["nbgrader"] = metadata
    return MarkedCell(grade_id, kind, source, {**metadata, "checksum": compute_checksum(cell)})


RELEASED = (
    _marked("relu-solution", "code", STUB, solution=True),
    _marked("relu-check", "code", "check()", grade=True, locked=True, points=10.0),
    _marked("relu-question", "markdown", "Your answer", grade=True, solution=True, points=2.0),
)
SOLUTION = Found("code", MINE, "relu-solution")
CHECK = Found("code", "check()", "relu-check")
ANSWER = Found("markdown", "Because.", "relu-question")


def _by_id(notebook: Any) -> dict[str, Any]:
    marked = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    found = {cell.metadata.nbgrader.grade_id: cell for cell in marked}
    assert len(found) == len(marked), "a marked cell occurs twice"
    return found


def _valid(notebook: Any) -> dict[str, Any]:
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    nbformat.writes(notebook).encode("utf-8")
    found = _by_id(notebook)
    assert found.keys() == {cell.grade_id for cell in RELEASED}
    return found


def test_a_sound_notebook_keeps_its_cells_and_gives_no_notes():
    notebook, notes = tidy([Found("markdown", "# ReLU"), SOLUTION, CHECK, ANSWER], RELEASED)
    assert [cell.source for cell in notebook.cells] == ["# ReLU", MINE, "check()", "Because."]
    _valid(notebook)
    assert notes == []


def test_of_cells_with_one_id_the_last_that_was_changed_counts():
    untouched = Found("markdown", "Your answer", "relu-question")
    first = Found("markdown", "A first try", "relu-question")
    notebook, notes = tidy([SOLUTION, SOLUTION, CHECK, first, ANSWER, untouched], RELEASED)
    assert _valid(notebook)["relu-question"].source == "Because."
    assert ["3 times" in note.en for note in notes] == [True]


def test_a_solution_without_its_id_is_found_by_what_it_defines():
    notebook, _ = tidy([Found("code", "import keras"), Found("code", MINE), CHECK, ANSWER], RELEASED)
    assert _valid(notebook)["relu-solution"].source == MINE


def test_a_deleted_test_cell_comes_back_in_its_place():
    notebook, _ = tidy([SOLUTION, Found("markdown", "notes of mine"), ANSWER], RELEASED)
    _valid(notebook)
    assert [cell.source for cell in notebook.cells] == [MINE, "check()", "notes of mine", "Because."]


def test_a_deleted_answer_is_left_to_a_person_and_not_taken_for_no_answer():
    notebook, notes = tidy([SOLUTION, CHECK], RELEASED)
    points, _ = determine_grade(_valid(notebook)["relu-question"])
    assert points is None
    assert "missing" in notes[0].en


def test_an_answer_as_it_was_released_is_no_answer():
    notebook, _ = tidy([SOLUTION, CHECK, Found("markdown", "Your answer", "relu-question")], RELEASED)
    points, _ = determine_grade(_valid(notebook)["relu-question"])
    assert points == 0


def test_a_changed_cell_type_is_set_right():
    notebook, _ = tidy([Found("raw", MINE, "relu-solution"), CHECK, ANSWER], RELEASED)
    assert _valid(notebook)["relu-solution"].cell_type == "code"


def test_unknown_ids_are_dropped():
    notebook, _ = tidy([Found("code", "x", "from-another-course"), SOLUTION, CHECK, ANSWER], RELEASED)
    _valid(notebook)


def test_a_stand_in_says_why_and_counts_as_no_answer():
    found = _valid(stand_in(RELEASED, Text("It is empty.", "비어 있습니다.")))
    assert determine_grade(found["relu-question"]) == (0, 2.0)


MESSY = {
    "metadata of another schema": {"grade_id": "relu-solution", "schema_version": 9, "points": "100", "junk": {}},
    "metadata that is a list": ["relu-solution"],
    "an id that is a number": {"grade_id": 5},
    "no metadata": None,
}


@pytest.mark.parametrize("marks", MESSY.values(), ids=MESSY.keys())
def test_metadata_is_never_trusted(marks):
    cell = {"cell_type": "code", "metadata": {"nbgrader": marks}, "source": [MINE], "outputs": "none", "id": 7}
    notebook, _ = tidy(read_cells(json.dumps({"cells": [cell, None, 3, {}], "nbformat": "x"}).encode()), RELEASED)
    assert _valid(notebook)["relu-solution"].source == MINE


@pytest.mark.parametrize(
    "text", ["\ud800", "a\r\nb", "\x00", "x" * 3_000_000], ids=["surrogate", "CRLF", "null", "long"]
)
def test_every_text_can_be_written(text):
    data = json.dumps({"cells": [{"cell_type": "markdown", "source": text, "metadata": {}}]}).encode()
    notebook, _ = tidy(read_cells(data), RELEASED)
    _valid(notebook)
    assert len(nbformat.writes(notebook)) < 1_000_000


def test_notebooks_of_format_3_and_byte_order_marks_are_read():
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["a\n", "b"]}, {"cell_type": "heading"}]}]}
    assert [cell.source for cell in read_cells(b"\xef\xbb\xbf" + json.dumps(old).encode())] == ["a\nb", ""]


def test_pasted_images_stay_and_other_attachments_go():
    attachments = {"a.png": {"image/png": ["AA", "BB"], "text/html": "<script>"}, "b": "x", "c": {"text/plain": "x"}}
    data = json.dumps({"cells": [{"cell_type": "markdown", "source": "", "attachments": attachments}]}).encode()
    notebook, _ = tidy(read_cells(data), RELEASED)
    assert notebook.cells[-1].attachments == {"a.png": {"image/png": "AABB"}}


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"{nope", b"[1]", b"{}", b'"x"', b'{"cells":' + b"[" * 100_000, b"\xff\xfe\xff"]
)
def test_what_is_no_notebook_says_so(data):
    with pytest.raises(Unreadable):
        read_cells(data)
