from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deepclinic.course.catalog import Catalog, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.text import Text

FAKE = Path(__file__).parent / "fake"


def test_an_exercise_is_what_the_header_of_its_lesson_says(doubling):
    assert doubling.title == Text("Doubling", "두 배")
    assert doubling.defines == ("Doubling", "twice")
    assert doubling.minutes == (5, 10)
    assert doubling.not_allowed == ("numpy.multiply*",)
    assert doubling.unit == "1_first"
    assert doubling.time_factor == 1
    assert doubling.max_points == 10
    assert doubling.reference == FAKE / "solutions" / "doubling" / "reference.py"


def test_a_header_may_ask_for_more_time(tmp_path):
    shutil.copytree(FAKE / "course", tmp_path / "course")
    lesson = tmp_path / "course" / "1_first" / "01_doubling.py"
    header = lesson.read_text(encoding="utf-8").replace("minutes:", "time_factor: 2.5\n#     minutes:")
    lesson.write_text(header, encoding="utf-8")
    assert Catalog.load(tmp_path / "course", None).exercise("doubling").time_factor == 2.5


def test_a_unit_without_lessons_is_an_empty_unit(fake_course):
    assert [len(unit.exercises) for unit in fake_course.units] == [1, 0]


def test_without_solutions_there_is_no_reference():
    assert Catalog.load(FAKE / "course", None).exercise("doubling").reference is None


def test_an_unknown_exercise_names_those_that_look_like_it(fake_course):
    with pytest.raises(DeepclinicError, match="Did you mean: doubling") as caught:
        fake_course.exercise("Dubling")
    assert "혹시" in caught.value.text.ko
    with pytest.raises(DeepclinicError, match="There are: doubling"):
        fake_course.exercise("xyz")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("# ---\n", "", "begins with a header"),
        ("minutes: [5, 10]", "minutes: 5", "deepclinic. part"),
        ("#     exercise: doubling", "#     exercise: tripling", "must end with it"),
        ("title: {en", "title: {de", "deepclinic. part"),
        ("jupyter:", "jupyter: [", "cannot be read"),
    ],
)
def test_a_header_that_cannot_be_used_is_reported_with_its_file(tmp_path, old, new, says):
    shutil.copytree(FAKE / "course", tmp_path / "course")
    lesson = tmp_path / "course" / "1_first" / "01_doubling.py"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DeepclinicError, match=says) as caught:
        Catalog.load(tmp_path / "course", None)
    assert "01_doubling.py" in str(caught.value)


def test_two_lessons_for_one_exercise_are_refused(tmp_path):
    shutil.copytree(FAKE / "course", tmp_path / "course")
    unit = tmp_path / "course" / "1_first"
    shutil.copy(unit / "01_doubling.py", unit / "02_doubling.py")
    with pytest.raises(DeepclinicError, match="More than one lesson"):
        Catalog.load(tmp_path / "course", None)


def test_the_course_here_has_four_units_and_titles_in_both_languages():
    units = catalog().units
    assert [unit.folder[0] for unit in units] == ["1", "2", "3", "4"]
    for item in (catalog(), *units, *catalog().exercises):
        assert item.title.en and item.title.ko, f"{item} lacks a title in one language"


def test_the_catalog_comes_without_slow_imports():
    code = (
        "import sys; from deepclinic.course.catalog import catalog; catalog();"
        "print(sorted({'numpy', 'keras', 'tensorflow', 'jupytext', 'nbformat'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
