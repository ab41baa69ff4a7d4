"""A `.py` file, and cells that were run."""

from __future__ import annotations

import pytest
from small_notebooks import DERIVATIVE, EXERCISES, RELU, SIGMOID, STUB, run

from deepclinic.submission.reader import read, read_cells

ONE = {"relu": EXERCISES["relu"]}
KOREAN = RELU + "# 한글\nTEXT = '가'\n"

READABLE = {
    "plain": RELU.encode(),
    "byte order mark": b"\xef\xbb\xbf" + RELU.encode(),
    "CRLF": RELU.replace("\n", "\r\n").encode(),
    "UTF-8": KOREAN.encode(),
    "declared encoding": b"# -*- coding: cp949 -*-\n" + KOREAN.encode("cp949"),
    "declared on line 2": b"#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\n" + RELU.encode() + b"A = '\xe9'\n",
    "own check": (RELU + "from deepclinic import exercise\nexercise('relu').check()\n").encode(),
    "exported notebook": (RELU + "get_ipython().run_line_magic('matplotlib', 'inline')\n").encode(),
    "script part": (RELU + "if __name__ == '__main__':\n    raise SystemExit\n").encode(),
}


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE.keys())
def test_file_is_the_module(data: bytes) -> None:
    solution = read(data, "py", ONE)["solutions"]["relu"]
    assert run(solution["source"])["ReLU"]()(-1) == 0
    assert solution["attempted"] and solution["notes"] == [] and solution["ready_made"] == []


def test_korean_text_survives() -> None:
    for name in ("UTF-8", "declared encoding"):
        assert run(read(READABLE[name], "py", ONE)["solutions"]["relu"]["source"])["TEXT"] == "가"


UNREADABLE = {
    "empty": b"",
    "blank": b"\xef\xbb\xbf \n",
    "null bytes": b"x = 1\x00",
    "UTF-16": RELU.encode("utf-16"),
    "not UTF-8": b"x = '\xff\xfe'\n",
    "unknown encoding": b"# coding: klingon\n" + RELU.encode(),
    "not in the declared encoding": b"# coding: ascii\nx = '\xe9'\n",
    "too large": b"#" * 1_000_001,
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable_file_says_why(data: bytes) -> None:
    result = read(data, "py", ONE)
    assert result["error"]["en"] and result["error"]["ko"] and not result["solutions"]


def test_unknown_kind_is_an_error() -> None:
    assert read(b"x", "txt", ONE)["error"]


def test_syntax_error_is_passed_on() -> None:
    solution = read(b"class ReLU(:\n", "py", ONE)["solutions"]["relu"]
    assert solution["source"] == "class ReLU(:\n" and solution["attempted"]


def test_deeply_nested_code_is_passed_on_or_refused_with_a_reason() -> None:
    for source in ("x = " + "(" * 5000 + ")" * 5000, "x = " + "-" * 50_000 + "1", "x" + ".a" * 50_000):
        result = read((RELU + source).encode(), "py", ONE)
        assert result["solutions"] or result["error"]["en"]


WHICH = {
    "one": (RELU, ["relu"]),
    "the other": (SIGMOID + DERIVATIVE, ["vanishing_gradient"]),
    "both": (RELU + SIGMOID + DERIVATIVE, ["relu", "vanishing_gradient"]),
    "half of one": (SIGMOID, ["vanishing_gradient"]),
    "half of one, all of the other": (RELU + SIGMOID, ["relu"]),
    "by assignment": ("ReLU = object\n", ["relu"]),
    "syntax error": (RELU + "def (\n", ["relu"]),
    "none": ("x = 1\n", []),
    "only inside a function": ("def f():\n    class ReLU: pass\n", []),
}


@pytest.mark.parametrize(("source", "names"), WHICH.values(), ids=WHICH.keys())
def test_file_tells_which_exercises_it_solves(source: str, names: list[str]) -> None:
    result = read(source.encode(), "py", EXERCISES)
    assert list(result["solutions"]) == names
    assert bool(result["missing"]) == (not names)


def test_the_only_exercise_asked_for_needs_no_name() -> None:
    assert list(read(b"x = 1\n", "py", ONE)["solutions"]) == ["relu"]


def test_stub_is_not_attempted() -> None:
    assert not read(STUB.encode(), "py", ONE)["solutions"]["relu"]["attempted"]
    assert not read(b"# nothing yet\n", "py", ONE)["solutions"]["relu"]["attempted"]


def test_ready_made_feature_is_named_with_its_line() -> None:
    result = read(b"import keras\n\nclass ReLU(keras.layers.ReLU):\n    pass\n", "py", ONE)
    assert result["solutions"]["relu"]["ready_made"] == ["keras.layers.ReLU (line 3)"]


def test_computed_code_is_noted_not_judged() -> None:
    solution = read((RELU + "    def f(self):\n        exec(self.code)\n").encode(), "py", ONE)["solutions"]["relu"]
    assert solution["ready_made"] == [] and solution["notes"][0]["en"].startswith("Line 5 ")


def ran(*sources: str, grade_id: str | None = None) -> list[dict[str, str | None]]:
    return [{"source": source, "grade_id": grade_id} for source in sources]


def test_cells_that_were_run_are_read_like_a_notebook() -> None:
    history = ran("import os", "x = (", RELU.replace("0", "ZERO"), "ReLU()(1)", "ZERO = 0", "1 / 0")
    solution = read_cells(history, ONE)["solutions"]["relu"]
    assert run(solution["source"])["ReLU"]()(-1) == 0
    assert solution["notes"] == []


def test_last_run_of_a_cell_counts() -> None:
    first, broken = RELU.replace("0", "7"), "class ReLU(:"
    for grade_id in (None, "relu-solution"):
        history = ran(first, broken, RELU, grade_id=grade_id)
        solution = read_cells(history, ONE)["solutions"]["relu"]
        assert run(solution["source"])["ReLU"]()(-1) == 0


def test_running_the_same_cell_again_is_no_second_definition() -> None:
    solution = read_cells(ran(RELU, "y = 1", RELU, grade_id="relu-solution"), ONE)["solutions"]["relu"]
    assert not any("more than once" in note["en"] for note in solution["notes"])


def test_nothing_run_is_missing() -> None:
    assert "relu" in read_cells(ran("x = 1"), ONE)["missing"]
    assert read_cells([], ONE)["error"]
