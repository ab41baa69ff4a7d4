"""A messy notebook costs only what it must: where the solution is there, it is found, and nothing else runs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from messy import FAILS, OTHER, RUNS
from small_notebooks import DERIVATIVE, EXERCISES, RELU, SIGMOID, STUB, cell, marked, notebook, run

from deepclinic.submission.reader import read


def relu(data: bytes, stub: str | None = None) -> dict[str, Any]:
    """What the reader makes of the exercise `relu` in a notebook."""
    exercise = EXERCISES["relu"] | ({"stub": stub} if stub else {})
    result = read(data, "ipynb", {"relu": exercise})
    assert result["error"] is None, result["error"]
    assert not result["missing"], result["missing"]
    return result["solutions"]["relu"]


@pytest.mark.parametrize("data", RUNS.values(), ids=RUNS.keys())
def test_solution_is_found_and_runs(data: bytes) -> None:
    solution = relu(data)
    layer = run(solution["source"])["ReLU"]()
    assert (layer(-2), layer(3)) == (0, 3), solution["source"]
    assert solution["attempted"]


def test_magics_leave_lines_where_they_were() -> None:
    solution = relu(notebook(marked("%matplotlib inline\n!ls\n\n" + RELU)))
    assert solution["source"].split("\n")[3] == "class ReLU:"


COMPETING = {
    "marked twice": notebook(marked(OTHER), "x = 1", marked(RELU)),
    "marked, copy numbered": notebook(marked(OTHER), marked(RELU, "relu-solution-2")),
    "both ids lost": notebook(OTHER, "x = 1", RELU),
}


@pytest.mark.parametrize("data", COMPETING.values(), ids=COMPETING.keys())
def test_last_definition_counts_and_the_report_says_so(data: bytes) -> None:
    solution = relu(data)
    assert run(solution["source"])["ReLU"]()(-1) == 0
    notes = [note for note in solution["notes"] if "more than once" in note["en"]]
    assert len(notes) == 1 and "마지막" in notes[0]["ko"]


def test_marked_solution_wins_over_a_later_unmarked_one() -> None:
    solution = relu(notebook(marked(RELU), OTHER))
    assert run(solution["source"])["ReLU"]()(-1) == 0


def test_what_was_found_by_name_is_said() -> None:
    for data, words in ((notebook(RELU), "found by its name"), (notebook(marked(STUB), RELU), "still unanswered")):
        assert any(words in note["en"] for note in relu(data)["notes"])


UNANSWERED = {
    "stub": notebook(marked(STUB)),
    "emptied": notebook(marked("")),
    "comment only": notebook(marked("# my answer\n")),
    "stub and experiments": notebook(marked(STUB), "layer = ReLU()", FAILS),
}


@pytest.mark.parametrize("data", UNANSWERED.values(), ids=UNANSWERED.keys())
def test_stub_is_not_attempted(data: bytes) -> None:
    assert not relu(data)["attempted"]


def test_half_done_is_attempted() -> None:
    stub = STUB + "    def build(self):\n        raise NotImplementedError\n"
    half = STUB + "    def build(self):\n        return 1\n"
    assert not relu(notebook(marked(stub)), stub)["attempted"]
    assert relu(notebook(marked(half)), stub)["attempted"]


def test_syntax_error_in_the_solution_is_passed_on_with_its_line() -> None:
    broken = "class ReLU:\n    def (\n"
    for data in (notebook("import math", marked(broken)), notebook("x = 1", broken)):
        with pytest.raises(SyntaxError) as error:
            run(relu(data)["source"])
        assert error.value.lineno == 2


def test_every_exercise_is_looked_for() -> None:
    result = read(notebook(marked(SIGMOID, "vanishing_gradient-solution"), DERIVATIVE), "ipynb", EXERCISES)
    assert list(result["solutions"]) == ["vanishing_gradient"] and list(result["missing"]) == ["relu"]
    assert "ReLU" in result["missing"]["relu"]["en"] and "ReLU" in result["missing"]["relu"]["ko"]
    assert run(result["solutions"]["vanishing_gradient"]["source"])["sigmoid_derivative"](0) == 0.25
    assert any("taken from another cell" in note["en"] for note in result["solutions"]["vanishing_gradient"]["notes"])


MISSING = {
    "no cell": notebook("x = 1"),
    "turned into Markdown, unanswered": notebook(cell("my answer", "relu-solution", kind="markdown")),
    "only imported": notebook("from keras.layers import ReLU\nReLU()(3)"),
    "only used": notebook("ReLU()"),
    "only in the test cell": notebook(cell(RELU, "relu-check", grade=True, solution=False)),
}


@pytest.mark.parametrize("data", MISSING.values(), ids=MISSING.keys())
def test_missing_solution_has_a_reason(data: bytes) -> None:
    result = read(data, "ipynb", {"relu": EXERCISES["relu"]})
    assert result["error"] is None and not result["solutions"]
    assert result["missing"]["relu"]["en"] and result["missing"]["relu"]["ko"]


UNREADABLE = {
    "empty": b"",
    "blank": b" \n\n",
    "zeros": b"\x00" * 100,
    "not JSON": b"hello",
    "cut off": notebook(marked(RELU))[:-30],
    "merge conflict": b"<<<<<<< HEAD\n" + notebook(marked(RELU)),
    "a list": b"[]",
    "a number": b"3",
    "no cells": b"{}",
    "cells of the wrong kind": b'{"cells": 3}',
    "empty list": b'{"cells": []}',
    "nested too deeply": b'{"cells": ' + b"[" * 200_000,
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe",
    "too many cells": json.dumps({"cells": [0] * 5001}).encode(),
    "too much code": notebook("x" * 1_000_001),
    "too large": b" " * 20_000_001,
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable_notebook_says_why(data: bytes) -> None:
    result = read(data, "ipynb", EXERCISES)
    assert result["error"]["en"] and result["error"]["ko"] and not result["solutions"]


def test_place_of_a_ready_made_feature_is_its_cell() -> None:
    source = "class ReLU:\n    def __call__(self, x):\n        return keras.layers.ReLU()(x)"
    solution = relu(notebook("import keras", "y = 1", marked(source)))
    assert solution["ready_made"] == ["keras.layers.ReLU (cell 3, line 3)"]


def test_experiments_with_the_ready_made_feature_do_not_count() -> None:
    data = notebook("import keras\nref = keras.layers.ReLU()", marked(RELU), "print(ref(3) - ReLU()(3))")
    assert relu(data)["ready_made"] == []


def test_what_another_exercise_brings_along_in_its_marked_cell_is_no_solution() -> None:
    """A network may contain an activation; that does not make the notebook a submission of both."""
    network = marked(RELU + SIGMOID + DERIVATIVE, "vanishing_gradient-solution")
    result = read(notebook(network), "ipynb", EXERCISES)
    assert list(result["solutions"]) == ["vanishing_gradient"] and list(result["missing"]) == ["relu"]
    both = read(notebook(network, RELU), "ipynb", EXERCISES)
    assert set(both["solutions"]) == {"vanishing_gradient", "relu"}
