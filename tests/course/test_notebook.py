from __future__ import annotations

import subprocess
import sys

import pytest
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearSolutions
from traitlets.config import Config

from deepclinic.course.catalog import Catalog, catalog
from deepclinic.course.notebook import (
    TEXT_STUB,
    dumps,
    nbgrader_options,
    source_notebook,
    student_notebook,
    unit_source_notebook,
    unit_student_notebook,
)
from deepclinic.course.stub import stub_source
from deepclinic.errors import DeepclinicError


def test_the_students_notebook_holds_the_stub_and_the_check(doubling):
    notebook = student_notebook(doubling)
    by_id = {cell.id: cell for cell in notebook.cells}
    assert by_id["doubling-solution"].source == stub_source(doubling).strip("\n")
    assert by_id["doubling-check"].source == 'from deepclinic import exercise\n\nexercise("doubling").check()'
    assert by_id["doubling-question"].source == TEXT_STUB


def test_the_check_answers_in_the_notebooks_language(doubling):
    source = {cell.id: cell.source for cell in student_notebook(doubling, "ko").cells}["doubling-check"]
    assert source.endswith('exercise("doubling", language="ko").check()')


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_students_notebook_holds_one_language_and_nothing_for_instructors(doubling, language):
    text = dumps(student_notebook(doubling, language))
    assert ("Twice as much" in text) == (language == "en")
    assert ("두 배는" in text) == (language == "ko")
    for secret in ("hidden_factor", "Only for markers", "채점자용", "SOLUTION"):
        assert secret not in text, f"the student's notebook shows {secret}"


def test_the_source_notebook_gives_points_for_the_check_and_for_the_answer(doubling):
    marks = {c.metadata.nbgrader.grade_id: c.metadata.nbgrader for c in source_notebook(doubling).cells if c.metadata}
    assert set(marks) == {"doubling-solution", "doubling-check", "doubling-question"}
    assert (marks["doubling-check"].points, marks["doubling-question"].points) == (10, 3)
    assert (marks["doubling-check"].locked, marks["doubling-check"].solution) == (True, False)
    assert (marks["doubling-question"].grade, marks["doubling-question"].solution) == (True, True)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_nbgrader_releases_is_the_students_notebook(doubling, language):
    source = source_notebook(doubling, language)
    MetadataValidator().validate_nb(source)
    assert "hidden_factor" in dumps(source) and ("Only for markers" in dumps(source)) == (language == "en")
    released, _ = ClearSolutions(config=Config(nbgrader_options())).preprocess(source, {})
    assert dumps(released) == dumps(student_notebook(doubling, language))


def test_a_unit_is_one_notebook_with_distinct_ids(fake_course):
    unit = fake_course.units[0]
    assert dumps(unit_student_notebook(unit)) == dumps(student_notebook(unit.exercises[0]))
    assert dumps(unit_source_notebook(unit)) == dumps(source_notebook(unit.exercises[0]))
    for unit in catalog().units:
        ids = [cell.id for cell in unit_student_notebook(unit).cells]
        assert len(ids) == len(set(ids))


def test_another_process_makes_the_same_notebook():
    code = (
        "from deepclinic.course.catalog import catalog\nfrom deepclinic.course.notebook import *\n"
        "for u in catalog().units: print(dumps(unit_student_notebook(u, 'ko')))"
    )
    one, two = (subprocess.check_output([sys.executable, "-W", "error", "-c", code]) for _ in range(2))
    assert one == two


def test_without_a_reference_there_is_no_source_notebook(doubling):
    student = Catalog.load(doubling.lesson.parent.parent, None).exercise("doubling")
    with pytest.raises(DeepclinicError, match="build for students"):
        source_notebook(student)
