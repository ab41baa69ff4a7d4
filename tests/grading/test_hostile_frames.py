"""Whatever frames a worker sends, the judge comes to a verdict: no error, and no points for what was not promised."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from deepclinic.grading import intake
from deepclinic.grading.observing import MAX_ERROR, MAX_NAME, observe
from deepclinic.isolation import Run
from deepclinic.judging.check import Check
from deepclinic.judging.diagnosis import diagnose
from deepclinic.judging.judge import judge
from deepclinic.judging.observation import Observation, ProbeObservation
from deepclinic.judging.rules import Close, Exactly, Within
from deepclinic.text import Text

HINTS = (Text("a", "가"), Text("b", "나"), Text("c", "다"))
ENTRIES = {
    "y": np.arange(6, dtype="float32").reshape(2, 3),
    "x = 1": 0.5,
    "kind": "ValueError",
    "counts": [1, 2, 3],
    "mask": np.array([True, False]),
    "curve/loss": np.linspace(1, 0, 5),
    "config": {"units": 3, "rate": None},
}
RULES = {"x = *": Within(0.1), "y": Close(), "mask": Exactly()}
SAYS = {"x = *": Text("at x = {}", "x = {}에서"), "*to*from*": Text("{} to {} from {}", "{} {} {}")}
CHECKS = [Check(name, Text(name, name), 2, HINTS, rules=RULES, says=SAYS, advice=SAYS) for name in ("first", "second")]
EXPECTED = Observation({name: ProbeObservation(ENTRIES) for name in ("first", "second")})

ARRAYS = hnp.arrays(
    st.sampled_from(["bool", "int8", "uint64", "float16", "float64"]), hnp.array_shapes(min_dims=0, max_side=4)
)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**299), 10**299), st.floats(), st.text(max_size=9), st.binary(max_size=9),
    ARRAYS, st.sampled_from([np.arange(6, dtype="float32").reshape(2, 3), "first", "second", "begin", "end", "loaded"]),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda v: st.lists(v, max_size=4) | st.dictionaries(st.text(max_size=4), v, max_size=4), max_leaves=6
)
NAMES = st.one_of(st.sampled_from([*ENTRIES, "to from", "\x1b[31m<script>"]), st.text(max_size=9))
FIELDS = {
    "seal": VALUES,
    "event": st.one_of(st.sampled_from(["loaded", "load_error", "begin", "end", "ready_made"]), VALUES),
    "name": VALUES,
    "probe": st.one_of(st.sampled_from(["first", "second"]), VALUES),
    "entries": st.one_of(st.dictionaries(NAMES, VALUES, max_size=6), VALUES),
    "notes": VALUES,
    "error": st.one_of(st.none(), st.fixed_dictionaries({"type": VALUES, "message": VALUES}), VALUES),
    "seconds": VALUES,
}
FRAMES = st.lists(st.fixed_dictionaries({}, optional=FIELDS), max_size=6)


class OneRun:
    """Stands for workers of which each sends the same frames, sealed where they hold no seal, and then ends."""

    def __init__(self, frames: list) -> None:
        self.frames = frames

    def run(self, request: dict, **_: object) -> Run:
        return Run([{"seal": request["seal"], **frame} for frame in self.frames], "finished")


def verdict(frames: list):
    yours = observe(OneRun(frames), "e", "", ["first", "second"], 1)  # type: ignore[arg-type]
    diagnose(CHECKS, yours, {"other": EXPECTED})
    return judge(CHECKS, yours, EXPECTED)


def whole(probe: str, entries: dict) -> list:
    return [
        {"event": "loaded"},
        {"event": "begin", "probe": probe},
        {"event": "end", "probe": probe, "entries": entries},
    ]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(frames=FRAMES)
def test_any_frames_at_all_give_a_verdict_and_no_points(frames):
    # Nothing that is drawn holds all seven entries, so nothing passes.
    assert {result.outcome for result in verdict(frames)} <= {"fail", "stopped", "not_attempted"}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(name=st.sampled_from(list(ENTRIES)), value=VALUES)
def test_an_entry_replaced_by_anything_else_fails(name, value):
    first = verdict(whole("first", {**ENTRIES, name: value}))[0]
    if first.outcome == "pass":  # it may be the right value, after all
        right = np.asarray(ENTRIES[name])
        assert np.shape(value) == right.shape or value == ENTRIES[name]
    else:
        assert first.outcome == "fail" and len(first.differences) == 1


@pytest.mark.parametrize("seal", ["", "a" * 32, None, np.zeros(3), ["a"]], ids=repr)
def test_what_does_not_carry_the_seal_is_not_believed(seal):
    forged = [{**frame, "seal": seal} for frame in whole("first", dict(ENTRIES))]
    assert {result.outcome for result in verdict(forged)} == {"stopped"}


def test_what_was_promised_passes():
    assert verdict(whole("first", dict(ENTRIES)))[0].outcome == "pass"


HUGE = {
    "an array of 16 MB": np.zeros(2**24, "int8"),
    "a long text in a list of many": ["x" * 4_000_000, *["y"] * 150_000],
    "a long list": [0.0] * 190_000,
    "lists in lists": [[[1.0] * 50] * 50] * 50,
    "arrays in a list": [np.zeros((1000, 1000), "int8")] * 6,
    "a long text": "x" * 4_000_000,
    "a large number": 10**299,
}


@pytest.mark.parametrize("what", HUGE)
@pytest.mark.parametrize("name", ["y", "mask", "counts", "config"])
def test_what_is_far_larger_than_promised_costs_no_memory(name, what):
    frames = whole("first", {**ENTRIES, name: HUGE[what]})
    tracemalloc.start()
    try:
        (first, _) = verdict(frames)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert first.outcome == "fail"
    assert peak < 20_000_000, "more than the text of a difference"


def test_entries_that_nobody_asked_for_fail_and_only_a_few_are_named():
    unasked = {f"to{number}" + "from" * 10_000: number for number in range(2_000)}
    (first, _) = verdict(whole("first", {**ENTRIES, **unasked}))
    assert first.outcome == "fail" and 1 <= len(first.differences) <= 4
    assert len(str(first)) < 20_000


def test_of_what_a_worker_says_only_the_beginning_is_kept():
    error = {"type": "T" * 10**6, "message": "m" * 10**6, "traceback": "t" * 10**6}
    loaded, begin, end = whole("first", {})
    told = [{"event": "ready_made", "name": f"{number}" + "r" * 10**6} for number in range(30)]
    yours = observe(OneRun([loaded, begin, *told, {**end, "error": error}]), "e", "", ["first"], 1)  # type: ignore[arg-type]
    kept = yours.probes["first"].error
    assert kept and (len(kept.type), len(kept.message), len(kept.traceback)) == (MAX_NAME, MAX_ERROR, MAX_ERROR)
    assert sum(map(len, yours.ready_made)) <= MAX_NAME * 20


@settings(max_examples=100, deadline=None, derandomize=True)
@given(frame=st.fixed_dictionaries({"solutions": VALUES, "error": st.none() | VALUES}, optional={"missing": VALUES}))
def test_what_a_reader_sends_is_understood_or_the_file_is_unreadable(frame):
    try:
        found = intake.found_in(intake._reading(Run([frame], "finished")), {})
        assert isinstance(found, intake.Intake)
        assert all(isinstance(solution.source, str) for solution in found.solutions)
    except intake.Unreadable as error:
        assert isinstance(error.reason.en, str)
