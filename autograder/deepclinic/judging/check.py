"""What a check file declares: which probe is judged, for how many points, by which rules, with which hints."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache

from deepclinic.judging.rules import Default, Rule
from deepclinic.text import Text


@dataclass(frozen=True)
class Check:
    """One check: the probe of the same name is run, and its entries are compared with the reference's.

    Attributes:
        id: name of the probe function in `probes/<exercise>.py`.
        title: the sentence that the student reads, a property: "At inference nothing is updated".
        points: points for passing.
        hints: three steps: a question, the place, the line.
        needs: checks that must pass first; else this one is `waiting`.
        rules: entry name (or fnmatch pattern) to rule; `Default` where none matches.
        says: entry name (or pattern) to what it is, as it reads in "…: yours 0.3, expected 0.5". What each `*` of the
            pattern matched fills `{}` in turn, or `{0}`, `{1}`: {"x = *": Text("ReLU() at x = {}", …)}.
        advice: entry name (or pattern) to one more sentence when that entry is the one that differs; filled likewise.
    """

    id: str
    title: Text
    points: float
    hints: tuple[Text, Text, Text]
    needs: tuple[str, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    says: Mapping[str, Text] = field(default_factory=dict)
    advice: Mapping[str, Text] = field(default_factory=dict)

    def rule(self, entry: str) -> Rule:
        """The rule for an entry: the exact name first, then the first pattern that matches."""
        key = key_for(self.rules, entry)
        return Default() if key is None else self.rules[key]

    def what(self, entry: str) -> Text:
        """What the entry is, for a reader."""
        return _sentence(self.says, entry, Text(entry.replace("_", " ").replace("/", ", ")))

    def more(self, entry: str) -> Text:
        """One more sentence for a difference at this entry, or an empty one."""
        return _sentence(self.advice, entry, Text(""))


def key_for(table: Mapping[str, object], entry: str) -> str | None:
    """The key of `rules`, `says` or `advice` that holds for an entry: its exact name, else the first pattern."""
    return entry if entry in table else next((pattern for pattern in table if fnmatchcase(entry, pattern)), None)


def _sentence(table: Mapping[str, Text], entry: str, otherwise: Text) -> Text:
    pattern = key_for(table, entry)
    if pattern is None:
        return otherwise
    text = table[pattern]
    match = re.fullmatch("(.*?)".join(map(re.escape, pattern.split("*"))), entry)
    found = match.groups() if match else ()
    return Text(_filled(text.en, found), _filled(text.ko, found))


def _filled(sentence: str, found: tuple[str, ...]) -> str:
    for i, value in enumerate(found):
        sentence = sentence.replace(f"{{{i}}}", value)
    for value in found:
        sentence = sentence.replace("{}", value, 1)
    return sentence


@cache
def checks_of(exercise: str) -> tuple[Check, ...]:
    """The checks of an exercise in the order in which they are run and shown."""
    module = importlib.import_module(f"deepclinic.judging.exercises.{exercise}")
    return tuple(module.CHECKS)
