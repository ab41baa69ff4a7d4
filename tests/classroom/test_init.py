"""`deepclinic nbgrader init` makes a whole course or nothing, and never writes over anybody's work."""

from __future__ import annotations

import compileall
import re

import nbformat
import pytest

from deepclinic.classroom.init import init
from deepclinic.classroom.preprocessor import needs_kernel
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError


def test_one_assignment_for_each_unit_and_one_notebook_for_each_exercise(tmp_path):
    made = init(tmp_path / "course")
    assert made == [unit.folder for unit in catalog().units if unit.exercises]
    for exercise in catalog().exercises:
        notebook = nbformat.read(
            tmp_path / "course" / "source" / exercise.unit / f"{exercise.name}.ipynb", as_version=4
        )
        ids = [cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata]
        assert f"{exercise.name}-solution" in ids and f"{exercise.name}-check" in ids
    readme = (tmp_path / "course" / "README.md").read_text(encoding="utf-8")
    assert "nbgrader autograde" in readme and "{" not in readme
    assert compileall.compile_file(tmp_path / "course" / "nbgrader_config.py", quiet=1)


def test_no_cell_of_a_course_is_run_in_a_kernel_with_the_instructors_rights(tmp_path):
    init(tmp_path / "course", points=["2", "relu/question=5"])
    notebooks = [nbformat.read(path, as_version=4) for path in tmp_path.glob("course/source/*/*.ipynb")]
    assert len(notebooks) == len(catalog().exercises)
    assert not [cell.source for notebook in notebooks for cell in notebook.cells if needs_kernel(cell)]


def test_the_readme_says_the_same_in_both_languages(tmp_path):
    texts = {}
    for language in ("en", "ko"):
        init(tmp_path / language, language=language)
        texts[language] = (tmp_path / language / "README.md").read_text(encoding="utf-8")
    assert "학생" in texts["ko"] and "학생" not in texts["en"] and "{" not in texts["ko"]
    english, korean = (re.findall(r"^    (\S+ \S+)", text, re.MULTILINE) for text in texts.values())
    assert english == korean
    assert texts["en"].count("\n- ") == texts["ko"].count("\n- ")


def test_units_are_chosen_by_the_beginning_of_their_name(tmp_path):
    assert init(tmp_path / "course", units=["1"]) == [catalog().units[0].folder]


def test_exercises_are_chosen_by_name(tmp_path):
    init(tmp_path / "course", exercises=["relu"])
    assert [path.name for path in tmp_path.glob("course/source/*/*")] == ["relu.ipynb"]


def test_an_unknown_unit_is_named_and_nothing_is_made(tmp_path):
    with pytest.raises(DeepclinicError, match="'9'"):
        init(tmp_path / "course", units=["9"])
    assert not (tmp_path / "course").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "gradebook.db").write_text("marks of a whole year")
    with pytest.raises(DeepclinicError, match="not empty"):
        init(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["gradebook.db"]


def test_an_empty_folder_may_be_used(tmp_path):
    init(tmp_path)
    assert (tmp_path / "nbgrader_config.py").is_file()


def test_a_folder_that_cannot_be_made_is_the_users_to_cure(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DeepclinicError, match="Cannot write"):
        init(tmp_path / "file" / "course")
