"""No message to a student uses a word that its lesson has not used, everyday English (`plain_words.lst`) apart.

Known are the words of the lesson as a student sees it (English cells and code, neither guide nor sources) and of the
stub, of this exercise and of those before it. Two words count as one where `_forms` of both share a form: lower case;
an ending -s, -es, -d, -ed, -ing or -ly may go, and a consonant doubled or an e dropped before it comes back. So "axes"
and "axis" are two words, and so are "small" and "smaller". Hyphenated, snake_case and CamelCase words are read in their
parts. Left out are numbers, Greek and single letters, placeholders, names behind a dot (`ops.norm`: a library's
documentation has them), and Python's keywords and builtins where they stand in backticks or have a capital letter.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import read_lesson
from deepclinic.course.solutions import misconceptions
from deepclinic.course.stub import stub_source
from deepclinic.judging.check import checks_of
from deepclinic.text import Text

PLAIN = Path(__file__).with_name("plain_words.lst")
"""Words that a reader of English who knows no mathematics, statistics, Python or Keras knows in the sense used here."""

EXERCISES = [info.name for info in catalog().exercises]
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly")
_PYTHON = {*keyword.kwlist, *dir(builtins)}
_LOOKED_UP = re.compile(r"\{\d*\}|(?<=\w)\.[A-Za-z]\w*|\d+(st|nd|rd|th)\b")
_HUMP = re.compile("(?<=[a-z])(?=[A-Z][a-z])")
_CONTRACTED = re.compile(r"['’](s|t|re|ll)?\b")
_NOT_SEEN = re.compile(r"\\[A-Za-z]+|https?://\S+")
"""Commands of a formula (`\\frac`) and addresses are in the lesson's source, but are no words that it uses."""


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_word_of_a_message_is_in_the_lesson_or_plain(exercise):
    assert list(_unknown(exercise, _messages(exercise))) == []


def test_the_plain_words_are_in_order_and_each_is_used():
    plain = _plain()
    said = {word for name in EXERCISES for _, text in _messages(name) for word in _said(text)}
    used = {form for word in said for form in _forms(word)}
    assert plain == sorted(set(plain))
    assert [word for word in plain if used.isdisjoint(_forms(word))] == []


def test_a_word_of_no_lesson_is_reported_with_its_place():
    text = Text("Is the loss homoscedastic at this layer, or at those {0} two `layers`?")
    found = list(_unknown(EXERCISES[0], [("check made_up: hint 1", text.en)]))
    assert found == [(EXERCISES[0], "check made_up: hint 1", "homoscedastic", text.en)]


def _unknown(exercise: str, messages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield exercise, place, word and sentence for each word that neither the course so far nor the plain list has."""
    known = _forms_up_to(exercise) | {form for word in _plain() for form in _forms(word)}
    for where, text in messages:
        for word in dict.fromkeys(_said(text)):
            if known.isdisjoint(_forms(word)):
                yield exercise, where, word, text


def _messages(exercise: str) -> Iterator[tuple[str, str]]:
    for wrong in misconceptions(exercise):
        yield f"misconception {wrong.id}: what", wrong.misconception.what.en
        yield f"misconception {wrong.id}: try", wrong.misconception.try_.en
    for check in checks_of(exercise):
        yield f"check {check.id}: title", check.title.en
        yield from ((f"check {check.id}: hint {number}", hint.en) for number, hint in enumerate(check.hints, start=1))
        for kind, table in (("says", check.says), ("advice", check.advice)):
            yield from ((f"check {check.id}: {kind} {entry!r}", text.en) for entry, text in table.items())


@cache
def _forms_up_to(exercise: str) -> frozenset[str]:
    number = EXERCISES.index(exercise)
    before = _forms_up_to(EXERCISES[number - 1]) if number else frozenset()
    cells = [cell.source for cell in read_lesson(exercise).select("en") if cell.role != "guide"]
    seen = [stub_source(exercise), *(source for source in cells if not source.startswith("## Sources"))]
    return before.union(*(_forms(word) for text in seen for word in _words(_NOT_SEEN.sub(" ", text))))


@cache
def _plain() -> list[str]:
    return PLAIN.read_text(encoding="utf-8").split()


def _said(message: str) -> Iterator[str]:
    """The words of a message; its placeholders are filled with an entry's name or a number."""
    for i, part in enumerate(_LOOKED_UP.sub(" ", message).split("`")):
        yield from (word for word in _words(part) if word not in _PYTHON or (i % 2 == 0 and word.islower()))


def _words(text: str) -> Iterator[str]:
    for word in re.findall("[A-Za-z]{2,}", _CONTRACTED.sub(" ", text)):
        yield from [word] if word in _PYTHON else _HUMP.split(word)


@cache
def _forms(word: str) -> frozenset[str]:
    word = word.lower()
    found = {word}
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and not word.endswith("eed"):  # a "seed" is not what one could "see"
            found |= {stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem}
            found |= {stem[:-1]} if stem[-1] == stem[-2] else set()
    return frozenset(found)
