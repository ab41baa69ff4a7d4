"""What an exercise says is there in every language, and each text is in its own."""

from __future__ import annotations

import dataclasses

import pytest

from deepclinic.authoring import content
from deepclinic.course.catalog import catalog
from deepclinic.judging.check import checks_of
from deepclinic.text import Text

NAMES = [info.name for info in catalog().exercises]
TITLES = {
    "whole": (Text("the slope of the sigmoid", "시그모이드의 도함수 값"), None),
    "code": (Text("max_shift={}", "max_shift={}"), None),
    "no Korean": (Text("the slope", ""), "nothing in 'ko'"),
    "Korean in English": (Text("the slope of the 시그모이드", "시그모이드의 도함수 값"), "Korean in the English text"),
    "English in Korean": (Text("the slope", "the slope of it"), "no Korean in the Korean text"),
}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_missing_or_in_another_language(name):
    assert list(content.content_problems(catalog().exercise(name))) == []


@pytest.mark.parametrize("title, problem", TITLES.values(), ids=TITLES)
def test_a_text_in_the_wrong_language_is_a_problem(monkeypatch, title, problem):
    checks = checks_of("relu")
    with_it = (dataclasses.replace(checks[0], title=title), *checks[1:])
    monkeypatch.setattr(content, "checks_of", lambda name: with_it)
    found = list(content.content_problems(catalog().exercise("relu")))
    assert len(found) == (problem is not None) and all(problem in sentence for sentence in found)
