from __future__ import annotations

import pytest

from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import Lesson, read_lesson, without_guides
from deepclinic.errors import DeepclinicError


def test_a_language_gets_its_own_cells_and_those_for_everybody(doubling):
    lesson = read_lesson(doubling)
    english = lesson.select("en")
    assert [cell.role for cell in english] == ["prose", "code", "exercise", "code", "question", "guide", "prose"]
    assert english[0].source == "# Doubling\n\nTwice as much is $2x$."
    assert lesson.select("ko")[0].source.startswith("# 두 배")
    assert english[4].points == 3


def test_another_language_is_refused(doubling):
    with pytest.raises(DeepclinicError, match="There are: en, ko"):
        read_lesson(doubling).select("fr")


def test_a_sound_lesson_has_no_problems(doubling):
    assert read_lesson(doubling).problems() == []


def test_what_is_missing_is_a_problem(doubling):
    lesson = read_lesson(doubling)
    for place in range(len(lesson.cells)):
        if lesson.cells[place].role != "code":
            cells = lesson.cells[:place] + lesson.cells[place + 1 :]
            assert Lesson(doubling, cells).problems(), f"nobody misses {lesson.cells[place]}"


def test_without_guides_leaves_all_else_as_it_is(doubling):
    script = doubling.lesson.read_text(encoding="utf-8")
    cleared = without_guides(script)
    assert "Only for markers" not in cleared and "채점자용" not in cleared
    kept = [line for line in script.splitlines() if "markers" not in line and "채점자용" not in line]
    assert [line for line in cleared.splitlines() if line] == [x for x in kept if x and "guide=" not in x]


def test_every_lesson_of_the_course_is_sound():
    problems = {info.name: read_lesson(info).problems() for info in catalog().exercises}
    assert not any(problems.values()), problems
