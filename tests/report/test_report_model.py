"""Points add up, and nothing is called finished that a person has still to grade."""

from __future__ import annotations

import pytest
from gallery import check, gallery, report
from hostile_strings import quick, reports
from hypothesis import given

from deepclinic.report.summary import first_failure, summarise


@quick
@given(reports())
def test_points_add_up_and_are_nothing_when_not_built_from_scratch(report):
    earned = 0.0 if report.not_from_scratch else sum(one.points for one in report.checks)
    assert report.points == pytest.approx(earned)
    assert 0 <= report.points <= report.max_points + 1e-9


def test_only_full_marks_without_a_fault_are_full_marks():
    assert [name for name, one in gallery().items() if one.full_marks] == ["full_marks"]
    assert [name for name, one in gallery().items() if one.needs_person] == ["check_fault", "grader_fault"]


def test_thirds_of_points_still_make_full_marks():
    from deepclinic.report.model import CheckResult, Report
    from deepclinic.text import Text

    thirds = tuple(CheckResult(str(i), Text("t"), "pass", 0.1, 0.1) for i in range(3))
    assert Report("s", "e", "graded", 0.3, thirds).full_marks


def test_a_failure_comes_before_a_fault_an_open_and_a_waiting_check():
    mixed = report(check("training_output", "waiting"), check("statistics_gradient", "not_attempted"),
                   check("moving_statistics", "grader_fault"), check("training_curve", "stopped"))  # fmt: skip
    assert first_failure(mixed).id == "training_curve"
    assert first_failure(gallery()["full_marks"]) is None


def test_a_class_counts_students_for_each_misconception_and_failures_for_each_check():
    summary, = summarise([*gallery().values(), gallery()["misconception"]])
    assert [(idea.id, count) for idea, count in summary.misconceptions] == [
        ("momentum_swapped", 2), ("unbiased_variance", 1)
    ]  # fmt: skip
    rates = {rate.id: (rate.failed, rate.decided) for rate in summary.rates}
    assert rates["bad_arguments"] == (3, 11)
    assert rates["training_curve"] == (5, 10), "a check with a grader's fault does not count as decided"
    assert [rate.rate for rate in summary.rates] == sorted((rate.rate for rate in summary.rates), reverse=True)
