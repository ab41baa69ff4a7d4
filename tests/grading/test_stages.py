"""In stages the verdict is the same, and what is told on the way is never wrong, only incomplete."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.grading.intake import Solution
from deepclinic.grading.stages import halves, observe_in_stages, stages
from deepclinic.judging.check import Check, checks_of
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

HINTS = (Text("a"), Text("b"), Text("c"))
CHECKS = [Check(name, Text(name), 1.0, HINTS) for name in ("one", "two", "three", "fit", "compiled", "four")]
SECONDS = {"one": 0.15, "two": 0.04, "three": 0.1, "fit": 1.0, "compiled": 0.5, "four": 0.03}
LATER = {"fit", "compiled"}
EXPECTED = Observation(
    {
        name: ProbeObservation({"curve/loss" if name == "fit" else "y": 1.0}, seconds=seconds)
        for name, seconds in SECONDS.items()
    }
)


def observed(probes, told: list, **more) -> Observation:
    told.append(list(probes))
    return Observation({name: ProbeObservation({"y": 1.0}, **more) for name in probes})


def test_halves_hold_every_probe_once_in_order_and_take_about_as_long():
    values = [check for check in CHECKS if check.id not in LATER]
    parts = halves(values, EXPECTED)
    assert sorted(name for part in parts for name in part) == sorted(check.id for check in values)
    order = [check.id for check in CHECKS]
    assert all(part == sorted(part, key=order.index) for part in parts)
    sums = [sum(SECONDS[name] for name in part) for part in parts]
    assert max(sums) - min(sums) <= max(SECONDS[check.id] for check in values)


def test_values_are_told_before_the_rest_and_everything_comes_back():
    asked: list[list[str]] = []
    told: list[Observation] = []
    whole = observe_in_stages(lambda probes: observed(probes, asked), CHECKS, EXPECTED, told.append)
    assert set(whole.probes) == set(SECONDS) and ["fit"] in asked and ["compiled"] in asked
    assert [set(values.probes) for values in told] == [set(SECONDS) - LATER]


@pytest.mark.parametrize(
    "values",
    [
        lambda probes: Observation({name: ProbeObservation(stopped=Text("20 s")) for name in probes}),
        lambda probes: Observation({}, StudentError("SyntaxError", "")),
    ],
    ids=["stopped", "not loaded"],
)
def test_nothing_more_is_tried_where_the_values_were_hopeless(values):
    told: list[Observation] = []
    whole = observe_in_stages(values, CHECKS, EXPECTED, told.append)
    assert not LATER & set(whole.probes) or whole.load_error
    assert not told


@pytest.mark.slow
@pytest.mark.usefixtures("lent_workers")
@pytest.mark.parametrize("right", [True, False])
def test_the_verdict_is_that_of_one_worker(tmp_path: Path, right: bool):
    path = tmp_path / "relu.py"
    wrong = solutions.misconceptions("relu")[0]
    path.write_text(solutions.reference_source("relu") if right else wrong.source, encoding="utf-8")
    submission = Submission(path, exercises=("relu",))
    partial = []
    with Grader(seed=PUBLISHED_SEED) as grader:
        staged = grader.grade(submission, partial.append)[0]
        at_once = grader.grade_solution(submission, Solution("relu", path.read_text(encoding="utf-8")))
    assert [(c.id, c.outcome, c.points) for c in staged.checks] == [(c.id, c.outcome, c.points) for c in at_once.checks]
    assert staged.full_marks == right
    for early, late in zip(partial[0].checks, staged.checks, strict=True):
        assert early.outcome in (late.outcome, "waiting")
    info = catalog().exercise("relu")
    with Grader(seed=PUBLISHED_SEED) as grader:
        _, rest = stages(checks_of("relu"), grader.expected.reference(info, PUBLISHED_SEED))
    late = {check.id for check in partial[0].checks if check.message.en == "Follows in a moment."}
    assert late <= {name for part in rest for name in part}
