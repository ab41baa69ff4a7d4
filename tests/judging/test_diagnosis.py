"""A misconception is named by evidence: all that was observed, or most of what is wrong and no other as near."""

from __future__ import annotations

import numpy as np

from deepclinic.judging.check import Check
from deepclinic.judging.diagnosis import diagnose
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

HINTS = (Text("a", "가"), Text("b", "나"), Text("c", "다"))
CHECKS = (
    Check("first", Text("First", "첫째"), 2, HINTS),
    Check("second", Text("Second", "둘째"), 3, HINTS, needs=("first",)),
)
APART = (CHECKS[0], Check("second", Text("Second", "둘째"), 3, HINTS))
TEN = [Check(name, Text(name, name), 1, HINTS) for name in "abcdefghij"]


def seen(first=1.0, second=2.0, **changes) -> Observation:
    probes = {"first": ProbeObservation({"y": first}), "second": ProbeObservation({"z": second})}
    probes.update(changes.pop("probes", {}))
    return Observation(probes, **changes)


def parts(**values: float) -> Observation:
    """Ten parts of a solution, one check each, all right but the given ones."""
    return Observation({c.id: ProbeObservation({"y": np.array(values.get(c.id, 1.0))}) for c in TEN})


LIKE_ONE = {"one": parts(**dict.fromkeys("abcdefghi", 5.0)), "other": parts(j=5.0)}


def test_the_misconception_that_agrees_everywhere_is_named():
    known = {"swapped": seen(first=5.0), "other": seen(first=6.0)}
    assert diagnose(CHECKS, seen(first=5.0), known) == "swapped"
    assert diagnose(CHECKS, seen(first=5.0, second=9.0), known) is None


def test_two_misconceptions_that_cannot_be_told_apart_are_not_named():
    assert diagnose(CHECKS, seen(first=5.0), {"a": seen(first=5.0), "b": seen(first=5.0)}) is None


def test_errors_agree_by_type_not_by_wording():
    def failing(kind: str, message: str) -> Observation:
        return seen(probes={"first": ProbeObservation(error=StudentError(kind, message))})

    known = {"crash": failing("TypeError", "one wording")}
    assert diagnose(CHECKS, failing("TypeError", "another wording"), known) == "crash"
    assert diagnose(CHECKS, failing("ValueError", "one wording"), known) is None


def test_what_waits_for_a_failed_check_need_not_agree_with_the_misconception():
    known = {"swapped": seen(first=5.0, second=7.0)}
    assert diagnose(CHECKS, seen(first=5.0, second=8.0), known, seen()) == "swapped"
    assert diagnose(CHECKS, seen(first=6.0, second=7.0), known, seen()) is None
    assert diagnose(CHECKS, seen(second=8.0), {"other": seen(second=9.0)}, seen()) is None


STUB = StudentError("NotImplementedError", "write me", 'line 9, in g\n    raise NotImplementedError("write me")')


def test_what_is_not_written_yet_need_not_agree_with_the_misconception():
    unwritten = {"second": ProbeObservation({}, error=STUB)}
    known = {"both parts": seen(first=5.0, second=7.0), "other": seen(first=6.0)}
    assert diagnose(APART, seen(first=5.0, probes=unwritten), known, seen()) == "both parts"
    assert diagnose(APART, seen(probes=unwritten), {"the unwritten part": seen(second=7.0)}, seen()) is None
    twice = {**known, "the same in what is written": seen(first=5.0, second=8.0)}
    assert diagnose(APART, seen(first=5.0, probes=unwritten), twice, seen()) is None


def test_agreement_in_everything_goes_before_agreement_in_what_was_judged():
    known = {"one": seen(first=5.0, second=7.0), "other": seen(first=5.0, second=8.0)}
    assert diagnose(CHECKS, seen(first=5.0, second=8.0), known, seen()) == "other"
    assert diagnose(CHECKS, seen(first=5.0, second=9.0), known, seen()) is None


def test_the_type_of_an_error_is_a_spelling_where_a_value_is_evidence():
    def failing(type_: str, **entries: float) -> Observation:
        return seen(probes={"first": ProbeObservation(entries, error=StudentError(type_, "no"))})

    known = {"crash": failing("TypeError", y=5.0), "early crash": failing("TypeError")}
    assert diagnose(CHECKS, failing("ValueError", y=5.0), known, seen()) == "crash"
    assert diagnose(CHECKS, failing("ValueError", y=6.0), known, seen()) is None
    assert diagnose(CHECKS, failing("ValueError"), known, seen()) is None


def test_an_idea_is_named_where_one_part_shows_it_and_the_other_is_right():
    known = {"both parts": seen(first=5.0, second=7.0)}
    assert diagnose(APART, seen(first=5.0), known, seen()) == "both parts"
    assert diagnose(APART, seen(first=5.0), {**known, "again": seen(first=5.0, second=8.0)}, seen()) is None
    words = {"both parts": seen(first="no error", second=7.0)}
    assert diagnose(APART, seen(first="no error"), words, seen()) is None, "a word is too little evidence"


def test_the_nearest_is_named_where_it_shares_most_of_what_is_wrong():
    nine_of_ten = parts(**dict.fromkeys("abcdefghi", 5.0), j=6.0)
    half = parts(**dict.fromkeys("abcde", 5.0), j=6.0)
    assert diagnose(TEN, nine_of_ten, LIKE_ONE, parts()) == "one"
    assert diagnose(TEN, half, LIKE_ONE, parts()) is None
    assert diagnose(TEN, parts(**dict.fromkeys("abcdefghi", 6.0)), LIKE_ONE, parts()) is None, "wrong, but otherwise"


def test_the_nearest_is_not_named_where_another_is_as_near():
    as_near = {**LIKE_ONE, "neighbour": parts(**dict.fromkeys("abcdefgh", 5.0), j=6.0)}
    assert diagnose(TEN, parts(**dict.fromkeys("abcdefghi", 5.0), j=6.0), as_near, parts()) is None


def test_a_part_is_named_where_it_explains_the_first_failure_and_the_rest_is_something_else():
    known = {"two": parts(a=5.0, b=5.0), "later": parts(g=5.0), "one of them": parts(a=5.0)}
    several = {"e": 9.0, "f": 9.0, "h": 9.0, "i": 9.0}
    assert diagnose(TEN, parts(a=5.0, b=5.0, **several), known, parts()) == "two"
    assert diagnose(TEN, parts(a=6.0, b=5.0, **several), known, parts()) is None
    assert diagnose(TEN, parts(a=6.0, g=5.0, **several), known, parts()) is None
    known["another"] = parts(a=5.0, b=5.0)
    assert diagnose(TEN, parts(a=5.0, b=5.0, **several), known, parts()) is None


def test_a_misconception_that_would_show_elsewhere_too_explains_no_part():
    known = {"wide": parts(a=5.0, b=5.0, c=5.0)}
    assert diagnose(TEN, parts(a=5.0, e=9.0, f=9.0, h=9.0, i=9.0), known, parts()) is None
