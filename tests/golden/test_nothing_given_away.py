"""No message gives the solution away: only the third hint may quote a line of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import read_lesson
from deepclinic.course.solutions import misconceptions, reference_source
from deepclinic.course.stub import solution_parts, stub_source
from deepclinic.judging.check import checks_of
from deepclinic.text import LANGUAGES, Text

LONG = 12
"""Characters without blanks: shorter lines, such as `return inputs`, belong to nobody."""


@pytest.mark.parametrize("name", [info.name for info in catalog().exercises])
def test_no_message_quotes_a_line_of_the_solution(name):
    parts = solution_parts(reference_source(name))
    lines = {_dense(line) for part in parts for line in part.splitlines() if not line.lstrip().startswith("#")}
    cells = [cell for language in LANGUAGES for cell in read_lesson(name).select(language)]
    public = _dense("\n".join([*(cell.source for cell in cells if cell.role != "guide"), stub_source(name)]))
    secret = {line for line in lines if len(line) > LONG and line not in public}
    assert secret
    said = [(where, _dense(text.to(language))) for where, text in _texts(name) for language in LANGUAGES]
    assert [(where, line) for where, text in said for line in secret if line in text] == []


def _texts(exercise: str) -> Iterator[tuple[str, Text]]:
    for wrong in misconceptions(exercise):
        yield wrong.id, wrong.misconception.what
        yield wrong.id, wrong.misconception.try_
    for check in checks_of(exercise):
        for text in (check.title, *check.hints[:2], *check.says.values(), *check.advice.values()):
            yield check.id, text


def _dense(text: str) -> str:
    return "".join(text.split())
