"""The checks are sound: right solutions written differently pass, wrong ones fail and are called by their name.

This is `deepclinic dev check`, exercise by exercise, with its own fixed seed; of wrong solutions, which it grades with
two seeds, only the published one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deepclinic.authoring.content import stray_files
from deepclinic.authoring.dev_check import SEED, check_exercise
from deepclinic.course.catalog import catalog
from deepclinic.grading import PUBLISHED_SEED, Grader

pytestmark = [pytest.mark.slow, pytest.mark.all_cores]


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(seed=SEED, jobs=2) as started:
        yield started


@pytest.mark.parametrize("name", [info.name for info in catalog().exercises])
def test_an_exercise_is_sound(grader, name):
    assert SEED != PUBLISHED_SEED
    assert check_exercise(grader, catalog().exercise(name), brief=True).problems == []


def test_no_file_belongs_to_no_exercise():
    assert list(stray_files()) == []
