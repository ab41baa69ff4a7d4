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
    released = (MarkedCell("relu-solution", "code", "class ReLU:\n    pass", {"solution": True}),)
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": "x = 1\nclass ReLU(Layer):\n    y = 2"}]}))
    assert handed_in(tmp_path, "relu", released).path == path


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
