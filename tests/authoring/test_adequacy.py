"""The figures of the checks: exact bounds, kill matrices, and a document that is what the command would write."""

from __future__ import annotations

import json
from dataclasses import replace
from math import comb
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deepclinic.authoring import verdicts
from deepclinic.authoring.adequacy import (
    Adequacy,
    ExerciseAdequacy,
    Right,
    Slip,
    Wrong,
    fresh_seeds,
    from_json,
    to_json,
)
from deepclinic.authoring.adequacy_docs import markdown
from deepclinic.authoring.adequacy_figures import Figures, Share, upper_bound
from deepclinic.authoring.adequacy_page import adequacy_page
from deepclinic.authoring.mutants import Equivalent
from deepclinic.authoring.verdicts import Bench, Case, Verdict
from deepclinic.cli import main
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.judging.check import checks_of

DOCS = Path(__file__).parents[2] / "docs"
MEASURED = ExerciseAdequacy(
    exercise="relu",
    checks=("first", "second", "third"),
    right=(Right("reference", 4, (), 1.0), Right("other", 4, ((7, "..x"),), 3.0)),
    misconceptions=(Wrong("one", "x..", "one"), Wrong("two", "xx.", "one"), Wrong("three", "...", None)),
    rewritten=(Wrong("one__plain", "x..", None), Wrong("two__plain", "sx.", "two")),
    unseen=(Wrong("one__unseen", ".x.", "two"), Wrong("two__unseen", "...", None), Wrong("six__unseen", "x..", "six")),
    mutants=(Slip("f/constant/1", 3, "1 -> 2", ".x."), Slip("f/constant/2", 3, "1 -> 0", "...")),
    equivalent=(),
    faults=(),
)


@settings(deadline=None, derandomize=True)
@given(runs=st.integers(1, 400), data=st.data())
def test_the_bound_is_the_rate_under_which_so_few_have_a_probability_of_a_twentieth(runs, data):
    events = data.draw(st.integers(0, runs - 1))
    rate = upper_bound(events, runs)
    as_few = sum(comb(runs, i) * rate**i * (1 - rate) ** (runs - i) for i in range(events + 1))
    assert events / runs < rate <= 1
    assert as_few == pytest.approx(0.05, rel=1e-6)


def test_bounds_of_published_tables():
    assert upper_bound(0, 100) == pytest.approx(1 - 0.05 ** (1 / 100))
    assert upper_bound(1, 10) == pytest.approx(0.39416, abs=1e-5)
    assert upper_bound(10, 10) == 1
    assert Share(1, 10).interval == pytest.approx((0.00253, 0.44502), abs=1e-5)
    assert Share(0, 20).interval == pytest.approx((0, 1 - 0.025 ** (1 / 20)))


def test_a_longer_run_repeats_a_shorter_one():
    assert fresh_seeds(3, 8)[:5] == fresh_seeds(3, 5)
    assert len(set(fresh_seeds(3, 100)) | set(fresh_seeds(4, 100))) == 200


def test_what_a_kill_matrix_says():
    figures = Figures(MEASURED)
    assert [(check.kills, check.alone) for check in figures.checks] == [
        (5, ("one", "one__plain", "six__unseen")),
        (4, ("one__unseen", "f/constant/1")),
        (0, ()),
    ]
    assert [check.is_redundant for check in figures.checks] == [False, False, True]
    assert (str(figures.rejected), str(figures.caught), str(figures.named)) == ("1/8", "2/3", "1/3")
    assert (str(figures.rewritten_named), str(figures.rewritten_misnamed), str(figures.killed)) == ("1/2", "0/2", "1/2")
    assert figures.confusion == {("one", ""): 1, ("three", ""): 1, ("two", "one"): 1}
    assert figures.seconds == 2.0


def test_unseen_solutions_are_counted_by_themselves():
    figures = Figures(MEASURED)
    found = (figures.unseen_caught, figures.unseen_named, figures.unseen_misnamed)
    assert list(map(str, found)) == ["2/3", "1/3", "1/3"]
    assert figures.unseen_confusion == {("one", "two"): 1, ("two", ""): 1}
    assert "| relu | 3 | 2 | 1 (33.3 %; 0.8 to 90.6) | 1 (33.3 %; 0.8 to 90.6) |" in markdown(
        Adequacy("1.0", 3, 4, {}, (MEASURED,))
    )


def test_everything_that_is_not_as_it_should_be_is_told():
    assert list(Figures(MEASURED).problems()) == [
        "other, a right solution, loses points with seed 7: third",
        "two is taken for one",
        "three, a wrong solution, gets full marks",
        "two__unseen, a wrong solution, gets full marks",
        "survives, line 3: 1 -> 0  [f/constant/2]",
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Equivalent("f/constant/2", "1 -> 0", "Because."), None),
        (Equivalent("f/constant/2", "1 -> 0", " "), "no reason"),
        (Equivalent("f/constant/2", "1 -> 2", "Because."), "it is `1 -> 0`"),
        (Equivalent("f/constant/1", "1 -> 2", "Because."), "it loses points: second"),
        (Equivalent("f/constant/3", "1 -> 2", "Because."), "there is no such mutant"),
    ],
)
def test_the_list_of_equivalent_mutants_is_checked(entry, told):
    problems = [p for p in Figures(replace(MEASURED, equivalent=(entry,))).problems() if "equivalent.toml" in p]
    assert [told in problem for problem in problems] == ([] if told is None else [True])


def test_json_there_and_back():
    measured = Adequacy("1.0", 3, 4, {"keras": "3"}, (MEASURED,))
    assert from_json(json.loads(json.dumps(to_json(measured)))) == measured
    with pytest.raises(DeepclinicError):
        from_json({"schema": 0})


def test_the_pages_show_every_solution_and_check():
    measured = Adequacy("1.0", 3, 4, {"keras": "3"}, (MEASURED,))
    page = adequacy_page(measured)
    for name in (*MEASURED.checks[:1], "two__plain", "f/constant/2"):
        assert name in page
    assert "| relu | 2 | 8 | 1 | 47 % | 2.00 |" in markdown(measured)


def test_the_published_document_is_what_the_command_would_write():
    stored = from_json(json.loads((DOCS / "adequacy.json").read_text(encoding="utf-8")))
    assert (DOCS / "adequacy.md").read_text(encoding="utf-8") == markdown(stored)


def test_the_published_document_is_about_the_checks_that_there_are():
    stored = from_json(json.loads((DOCS / "adequacy.json").read_text(encoding="utf-8")))
    for measured in stored.exercises:
        assert measured.checks == tuple(check.id for check in checks_of(measured.exercise))
    names = [measured.exercise for measured in stored.exercises]
    assert sorted([*names, *stored.left_out]) == sorted(info.name for info in catalog().exercises)


def test_a_verdict_is_kept_as_soon_as_it_is_there(monkeypatch):
    """A run that was interrupted goes on where it was; a fault is tried again."""
    graded: list[str] = []

    def grade(self, case: Case) -> Verdict:
        graded.append(case.id)
        if case.id == "interrupted" and graded.count(case.id) == 1:
            raise KeyboardInterrupt
        return Verdict("", fault="busy") if case.id == "fault" else Verdict("x", ("f",), seconds=0.5)

    class OneAtATime:
        jobs = 1

    monkeypatch.setattr(Bench, "_graded", grade)
    info = catalog().exercise("map_estimation")
    cases = [Case("mutant", name, f"{name} = 1", 1) for name in ("fault", "first", "interrupted", "last")]
    with pytest.raises(KeyboardInterrupt):
        list(Bench(OneAtATime(), info).verdicts(cases))
    found = [verdict for _, verdict in Bench(OneAtATime(), info).verdicts(cases)]
    assert found[1:] == [Verdict("x", ("f",), seconds=0.5)] * 3
    assert graded.count("first") == 1 and graded.count("fault") == 2 and graded.count("interrupted") == 2


def test_another_seed_or_source_is_another_verdict():
    class OneAtATime:
        jobs = 1

    bench = Bench(OneAtATime(), catalog().exercise("relu"))
    cases = [Case("mutant", "a", "x = 1", 1), Case("mutant", "a", "x = 1", 2), Case("mutant", "a", "x = 2", 1)]
    cases += [Case("right", "a", "x = 1", 1), Case("rewritten", "a", "x = 1", 1)]
    assert len({bench._path(case) for case in cases}) == 5


def test_a_sentence_mended_is_no_other_verdict():
    class OneAtATime:
        jobs = 1

    bench = Bench(OneAtATime(), catalog().exercise("relu"))
    sources = ['"""what"""\nx = 1  # so', 'x = 1\nText("a", "b")', 'x = 1\nText("c", "d")', 'x = 1\ntext("c")']
    paths = [bench._path(Case("misconception", "a", source, 1)) for source in sources]
    assert paths[1] == paths[2] and len(set(paths)) == 3


def test_every_outcome_of_a_check_can_be_written_down():
    from typing import get_args

    from deepclinic.report.model import CheckOutcome

    assert set(verdicts.MARKS) == set(get_args(CheckOutcome)) - {"waiting"}


def test_a_page_without_mutants_is_not_published(tmp_path, capsys):
    assert main(["dev", "adequacy", "relu", "--no-mutants", "--docs", str(tmp_path)]) == 2
    assert "--docs" in capsys.readouterr().err


def test_what_was_not_measured_is_named():
    measured = Adequacy("1.0", 3, 4, {}, (MEASURED,), ("dropout",))
    assert "Not measured in this run: dropout." in markdown(measured) and "adequacy relu --seed" in markdown(measured)
    assert "dropout" in adequacy_page(measured)
