"""The page for a class: who is spread where, what was misunderstood by how many, and what a person should look at."""

from __future__ import annotations

import re

import pytest
from gallery import TITLES, check, gallery, report

from deepclinic.report.attention import KINDS, look_at
from deepclinic.report.html import class_page
from deepclinic.report.summary import summarise


def _of_points(*passed: int):
    """Reports that passed so many of the seven checks, in order."""
    ids = list(TITLES)
    return [
        report(*(check(id, "fail") for id in ids[count:]), student=f"s{place}") for place, count in enumerate(passed)
    ]


def test_the_distribution_counts_tenths_and_full_marks():
    # Points of the checks in order: 2, 2, 2, 1, 1, 0.5, 1.5 of 10.
    (summary,) = summarise(_of_points(0, 1, 1, 3, 6, 7))
    assert summary.distribution == (1, 0, 2, 0, 0, 0, 1, 0, 1, 0, 1)
    assert (summary.median, summary.most) == (4.0, 10.0)


def test_who_waits_for_a_person_is_in_no_column():
    (summary,) = summarise([*_of_points(7), gallery()["grader_fault"], gallery()["check_fault"]])
    assert sum(summary.distribution) == 1 and summary.average == 10


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_columns_show_how_many_and_the_tallest_is_the_most_frequent(language):
    text = class_page(_of_points(0, 1, 1, 7), language)
    columns = re.findall(r'"number">(\d*)</span><span class="column" style="height: ([\d.]+)rem"', text)
    assert [count for count, _ in columns] == ["1", "", "2", *[""] * 7, "1"]
    heights = [float(height) for _, height in columns]
    assert heights[2] == max(heights) == 2 * heights[0] and heights[1] == 0


def test_misconceptions_are_told_with_the_number_of_students():
    text = class_page(list(gallery().values()))
    assert re.search(r"2 students</td>.*?momentum_swapped", text)
    assert text.index("momentum_swapped</code> (2 students)") < text.index("For a person to look at")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_everything_that_a_person_should_look_at_is_listed_with_its_reason_and_its_page(language):
    reports = list(gallery().values())
    text = class_page(reports, language, [f"{place}.html" for place in range(len(reports))])
    listed = text[text.index('id="look-at"') : text.index('id="exercise-')]
    assert re.findall(r'href="(\d+)\.html"', listed) != []
    for place, one in enumerate(reports):
        assert (f'href="{place}.html"' in listed) == bool(list(look_at([one]))), one.student
    for entry in look_at(reports):
        assert KINDS[entry.kind].to(language) in listed
    assert "o&#x27;neil" in listed


def test_a_class_without_doubts_says_so():
    assert "every submission was graded without doubt" in class_page(_of_points(7, 3))


def test_a_long_list_is_folded():
    twelve, thirteen = ([gallery()["unreadable"]] * many for many in (12, 13))
    assert "<details open>" in class_page(twelve) and "<details open>" not in class_page(thirteen)
