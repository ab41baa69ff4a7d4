"""What an exercise says is there in every language, and each text is in its own."""

from __future__ import annotations

import dataclasses

import pytest

from deepclinic.authoring import content
from deepclinic.authoring.dev_check import unsaid
from deepclinic.course.catalog import catalog
from deepclinic.judging.check import Check, checks_of
from deepclinic.judging.rules import Default
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


def test_what_is_observed_is_said_and_what_is_said_is_observed():
    text = Text("a", "가")
    says = {"x *": text, "y 1": text, "*2": text}
    check = Check("values", text, 1, (text, text, text), rules={"y *": Default()}, says=says)
    assert list(unsaid(check, {"x 1", "y 1", "y 2"})) == []
    assert list(unsaid(check, {"x 1", "y 1", "y 3"})) == [
        "check values: says nothing of 'y 3', which is observed",
        "check values: says '*2' is for nothing that is observed",
    ]
    hidden = list(unsaid(check, {"x 1", "x 2", "y 1"}))
    assert hidden == ["check values: says '*2' is for nothing that is observed"]  # "x *" comes first
