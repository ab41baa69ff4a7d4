"""What a student reads about each known wrong solution is what was last read over by a person, in both languages.

After a change that is meant: `python tests/golden/write.py EXERCISE`, read the difference, commit it.
"""

from __future__ import annotations

import re

import pytest
from golden_reports import FOLDER, compared, path, reports, text

from deepclinic.course.catalog import catalog
from deepclinic.grading.expected import ExpectedObservations
from deepclinic.text import LANGUAGES

NAMES = [info.name for info in catalog().exercises]


@pytest.fixture(scope="module")
def expected(workers) -> ExpectedObservations:
    return ExpectedObservations(workers)


@pytest.mark.slow
@pytest.mark.all_cores
@pytest.mark.parametrize("name", NAMES)
def test_what_a_student_reads_is_what_was_reviewed(expected, name):
    found = reports(name, expected)
    for language in LANGUAGES:
        kept = path(name, language).read_text(encoding="utf-8")
        assert compared(text(found, language)) == compared(kept)


@pytest.mark.parametrize("name", NAMES)
def test_an_english_report_holds_no_korean(name):
    found = [line for line in path(name, "en").read_text(encoding="utf-8").splitlines() if re.search("[가-힣]", line)]
    assert not found


def test_every_golden_file_belongs_to_an_exercise():
    assert {file.name for file in FOLDER.glob("*.txt")} == {
        path(name, language).name for name in NAMES for language in LANGUAGES
    }
