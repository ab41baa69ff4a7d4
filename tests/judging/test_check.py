"""Sentences of a check are filled with what the entry's pattern matched, and stand where a student looks for them."""

from __future__ import annotations

import pytest

from deepclinic.judging.check import Check
from deepclinic.judging.judge import judge
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

HINTS = (Text("a", "가"), Text("b", "나"), Text("c", "다"))
CHECK = Check(
    "values",
    Text("Values", "값"),
    1,
    HINTS,
    says={
        "x = *": Text("f at x = {}", "x = {}에서 f의 값"),
        "slope *, x = *": Text("f({0}) at {1}", "{1}에서 f({0})"),
        "dict": Text("the dict {}", "사전 {}"),
    },
    advice={"slope *, *": Text("Is it slope {}?", "기울기가 {}인가요?"), "second": Text("Look again.", "다시 보세요.")},
)
LATER = Check("later", Text("Later", "나중"), 1, HINTS, needs=("values",))


@pytest.mark.parametrize(
    ("entry", "en", "ko"),
    [
        ("x = -1.5", "f at x = -1.5", "x = -1.5에서 f의 값"),
        ("slope 0.2, x = 3", "f(0.2) at 3", "3에서 f(0.2)"),
        ("dict", "the dict {}", "사전 {}"),
        ("no_pattern/at_all", "no pattern, at all", ""),
    ],
)
def test_what_a_star_matched_fills_the_sentence(entry, en, ko):
    assert CHECK.what(entry) == Text(en, ko)


def test_advice_is_filled_likewise():
    assert CHECK.more("slope 2.5, x = 1") == Text("Is it slope 2.5?", "기울기가 2.5인가요?")


def outcomes(error: StudentError) -> list[str]:
    expected = Observation({name: ProbeObservation({"y": 1.0}) for name in ("values", "later")})
    yours = Observation({name: ProbeObservation({}, error=error) for name in ("values", "later")})
    return [result.outcome for result in judge((CHECK, LATER), yours, expected)]


def test_the_stub_is_not_attempted_also_where_a_check_would_wait():
    stub = StudentError("NotImplementedError", "write me", 'line 9, in call\n    raise NotImplementedError("write me")')
    assert outcomes(stub) == ["not_attempted", "not_attempted"]


def test_an_error_comes_with_the_advice_for_what_it_kept_from_being_seen():
    expected = Observation({"values": ProbeObservation({"first": 1.0, "second": 2.0})})
    error = StudentError("TypeError", "no")
    result = judge((CHECK,), Observation({"values": ProbeObservation({"first": 1.0}, error=error)}), expected)[0]
    assert result.message.en == "Your code raised TypeError: no\nLooked at: second.\nLook again."
    assert result.advice.ko == "다시 보세요."
