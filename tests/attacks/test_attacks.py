"""No attack is worth anything: a wrong solution with it gets no more than the wrong solution alone.

All are graded by one grader, one after the other and two at a time, as in a class; the tests look at the reports.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from attack_files import WRONG, Attack, attacks, right_source, wrong_source

from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.isolation import Limits
from deepclinic.report.model import Report

pytestmark = [pytest.mark.slow, pytest.mark.all_cores]

ATTACKS = attacks()
PATIENT = Limits(wall_seconds=20, wall_seconds_total=60)
IMPATIENT = Limits(wall_seconds=2, wall_seconds_total=8)
"""For attacks that run until they are stopped."""
FOOTPRINT = Path("/tmp/deepclinic-was-here")


@dataclass
class Class:
    """Reports by the name of the folder that was handed in, and what was left behind."""

    reports: dict[str, Report]
    left: list[str]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    folder = tmp_path_factory.mktemp("attacks")
    FOOTPRINT.unlink(missing_ok=True)
    with pytest.MonkeyPatch.context() as patch, Grader(seed=PUBLISHED_SEED, jobs=2) as grader:
        # Which misconception it is changes no points, and to observe all known ones takes minutes.
        patch.setattr(Grader, "_diagnose", lambda *_: None)
        reports: dict[str, Report] = {}
        for limits in (PATIENT, IMPATIENT):
            grader.limits = limits
            handed_in = list(_hand_in(folder, limits is IMPATIENT))
            for submission, found in zip(handed_in, grader.grade_all(handed_in), strict=True):
                assert len(found) == 1, submission.name
                reports[submission.name] = found[0]
        base = Path(grader.workers._parent[0].base)
        yield Class(reports, sorted(os.listdir(base)))


def _hand_in(folder: Path, hanging: bool) -> Iterator[Submission]:
    if not hanging:
        for exercise in WRONG:
            yield _put(folder, f"wrong/{exercise}", exercise, f"{exercise}.py", wrong_source(exercise).encode())
    for attack in ATTACKS:
        if bool(attack.header.get("hangs")) == hanging:
            yield _put(folder, attack.id, attack.exercise, *attack.submission(wrong_source(attack.exercise)))
            if attack.header.get("no_effect"):
                on_right = attack.submission(right_source(attack.exercise))
                yield _put(folder, f"{attack.id} on a right one", attack.exercise, *on_right)


def _put(folder: Path, label: str, exercise: str, name: str, data: bytes) -> Submission:
    path = folder / label / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return Submission(path, exercises=(exercise,), label=label)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_is_worth_nothing(graded: Class, attack: Attack) -> None:
    report, alone = graded.reports[attack.id], graded.reports[f"wrong/{attack.exercise}"]
    assert report.points <= alone.points < alone.max_points
    passed = {check.id for check in report.checks if check.outcome == "pass"}
    assert passed <= {check.id for check in alone.checks if check.outcome == "pass"}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_comes_to_its_end(graded: Class, attack: Attack) -> None:
    report, must = graded.reports[attack.id], attack.header
    assert report.points <= must.get("at_most", report.max_points)
    assert report.outcome == must.get("outcome", report.outcome) and report.outcome != "grader_fault"
    assert bool(report.not_from_scratch) == must.get("not_from_scratch", False)
    text = repr(replace(report, solution=""))
    assert must.get("says", "") in text
    assert "never_says" not in must or must["never_says"] not in text
    assert len(text) < 200_000


@pytest.mark.parametrize("attack", [a for a in ATTACKS if a.header.get("no_effect")], ids=lambda attack: attack.id)
def test_what_has_no_effect_harms_nobody_either(graded: Class, attack: Attack) -> None:
    report = graded.reports[f"{attack.id} on a right one"]
    assert report.points == report.max_points, [c.message.en for c in report.checks if c.outcome != "pass"]


def test_each_attack_says_what_it_tries_and_what_must_happen() -> None:
    assert len(ATTACKS) >= 40
    known = {"exercise", "name", "at_most", "no_effect", "hangs", "not_from_scratch", "outcome", "says", "never_says"}
    for attack in ATTACKS:
        assert {"tries", "must"} <= attack.header.keys() <= known | {"tries", "must"}, attack.id


def test_nothing_is_left(graded: Class) -> None:
    assert graded.left == ["home", "log"]
    assert not FOOTPRINT.exists()
