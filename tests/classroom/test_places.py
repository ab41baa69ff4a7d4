"""The right file is graded, also when a student named it otherwise."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from deepclinic.classroom.marked import MarkedCell
from deepclinic.classroom.places import handed_in

MARKED = (MarkedCell("relu-solution", "code", ""),)


def _write(path: Path, *ids: str, age: float = 0.0) -> Path:
    cells = [{"cell_type": "code", "source": "", "metadata": {"nbgrader": {"grade_id": name}}} for name in ids]
    path.write_text(json.dumps({"cells": cells}))
    os.utime(path, (1e9 - age, 1e9 - age))
    return path


def test_the_file_of_the_right_name_counts_even_if_it_is_broken(tmp_path):
    _write(tmp_path / "copy.ipynb", "relu-solution")
    broken = tmp_path / "relu.ipynb"
    broken.write_bytes(b"")
    assert handed_in(tmp_path, "relu", MARKED).path == broken


@pytest.mark.parametrize("name", ["relu (1).ipynb", "Homework final.IPYNB"])
def test_a_wrong_name_is_found_by_its_cells_and_noted(tmp_path, name):
    _write(tmp_path / "other.ipynb", "dropout-solution")
    path = _write(tmp_path / name, "relu-solution")
    found = handed_in(tmp_path, "relu", MARKED)
    assert found.path == path
    assert name in found.notes[0].en


def test_a_notebook_without_any_ids_is_found_by_what_it_defines(tmp_path):
    released = (MarkedCell("relu-solution", "code", "class ReLU:\n    pass", {"solution": True, "grade": False}),)
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": "x = 1\nclass ReLU(Layer):\n    y = 2"}]}))
    assert handed_in(tmp_path, "relu", released).path == path


def test_a_name_in_common_does_not_make_another_lesson_the_notebook(tmp_path):
    names = ("sigmoid", "sigmoid_derivative", "layer_gradient_norms")
    source = "\n\n".join(f"def {name}(x):\n    pass" for name in names)
    released = (MarkedCell("vanishing_gradient-solution", "code", source, {"solution": True, "grade": False}),)
    lesson = "def sigmoid():\n    return Activation('sigmoid')\n\ndef network(depth):\n    return depth"
    cells = [{"cell_type": "code", "source": text} for text in (lesson, "class ReLU(Layer):\n    y = 2")]
    path = tmp_path / "relu.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    assert handed_in(tmp_path, "vanishing_gradient", released).path is None
    solved = source.replace("pass", "return 1").split("\n\n")
    split = [{"cell_type": "code", "source": part} for part in solved[:2]]
    path.write_text(json.dumps({"cells": [*cells, *split]}))
    assert handed_in(tmp_path, "vanishing_gradient", released).path == path


def test_of_several_the_newest_counts(tmp_path):
    _write(tmp_path / "b.ipynb", "relu-solution", age=60)
    newest = _write(tmp_path / "a.ipynb", "relu-solution")
    assert handed_in(tmp_path, "relu", MARKED).path == newest


def test_links_are_not_followed(tmp_path):
    outside = _write(tmp_path / "outside.ipynb", "relu-solution")
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "x.ipynb").symlink_to(outside)
    assert handed_in(folder, "relu", MARKED).path is None


def test_nothing_handed_in(tmp_path):
    assert handed_in(tmp_path / "nowhere", "relu", MARKED).path is None


RELEASED = (
    MarkedCell(
        "relu-solution", "code", "class ReLU:\n    raise NotImplementedError", {"solution": True, "grade": False}
    ),
)


def _notebook(path: Path, source: str, grade_id: str = "relu-solution") -> Path:
    cell = {"cell_type": "code", "source": source, "metadata": {"nbgrader": {"grade_id": grade_id}}}
    path.write_text(json.dumps({"cells": [cell]}))
    return path


@pytest.mark.parametrize("first", [RELEASED[0].source, "", None], ids=["as released", "emptied", "unreadable"])
def test_a_solved_copy_counts_where_the_file_of_the_right_name_has_no_answer(tmp_path, first):
    exact = tmp_path / "relu.ipynb"
    exact.write_bytes(b"") if first is None else _notebook(exact, first)
    copy = _notebook(tmp_path / "relu-Copy1.ipynb", "class ReLU:\n    mine = True")
    found = handed_in(tmp_path, "relu", RELEASED)
    assert found.path == copy and "relu.ipynb is there too" in found.notes[1].en


def test_a_solved_copy_does_not_count_where_the_file_of_the_right_name_has_an_answer(tmp_path):
    exact = _notebook(tmp_path / "relu.ipynb", "class ReLU:\n    mine = 1")
    _notebook(tmp_path / "relu-Copy1.ipynb", "class ReLU:\n    mine = 2")
    assert handed_in(tmp_path, "relu", RELEASED).path == exact


def test_another_exercises_notebook_that_brings_the_class_along_is_not_taken(tmp_path):
    path = _notebook(tmp_path / "deep_network.ipynb", "class ReLU:\n    mine = 1", "deep_network-solution")
    assert handed_in(tmp_path, "relu", RELEASED).path is None
    _notebook(path, "class ReLU:\n    mine = 1", "cell-12")
    assert handed_in(tmp_path, "relu", RELEASED).path == path


def test_a_script_of_the_right_name_is_taken_where_no_notebook_has_an_answer(tmp_path):
    script = tmp_path / "relu.py"
    script.write_text("class ReLU:\n    mine = 1\n")
    (tmp_path / "tools.py").write_text("class ReLU:\n    mine = 2\n")
    assert handed_in(tmp_path, "relu", RELEASED).path == script
    copy = _notebook(tmp_path / "relu-Copy1.ipynb", "class ReLU:\n    mine = True")
    assert handed_in(tmp_path, "relu", RELEASED).path == copy
