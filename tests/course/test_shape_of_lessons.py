"""Every lesson has the same parts in the same order, asks before it shows, and has something to say afterwards."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import Cell, read_lesson
from deepclinic.text import LANGUAGES

PARTS = {
    "en": ["Predict first", "Exercise", "The trap", "Question", "Sources"],
    "ko": ["먼저 예상해 보기", "연습 문제", "함정", "질문", "참고 문헌"],
}
LESSONS = pytest.mark.parametrize(
    ("name", "language"), [(info.name, language) for info in catalog().exercises for language in LANGUAGES]
)


def headings(cell: Cell) -> list[str]:
    """The second-level headings in a cell of text; of one with a subtitle after a colon, what is before it."""
    return [] if cell.role in ("code", "exercise") else re.findall(r"^## ([^:\n]*)", cell.source, re.MULTILINE)


@LESSONS
def test_the_parts_come_in_the_same_order(name, language):
    found = [heading for cell in read_lesson(name).select(language) for heading in headings(cell)]
    assert [heading for heading in found if heading in PARTS[language]] == PARTS[language]
    assert found[0] == PARTS[language][0] and found[-1] == PARTS[language][-1]


@LESSONS
def test_a_question_is_asked_before_anything_is_shown_and_text_follows_the_first_figure(name, language):
    cells = read_lesson(name).select(language)
    asked = next(place for place, cell in enumerate(cells) if headings(cell))
    assert "code" not in [cell.role for cell in cells[:asked]]
    assert "?" in cells[asked].source
    shown = next(place for place, cell in enumerate(cells) if cell.role == "code" and "plt.show()" in cell.source)
    assert {cell.role for cell in cells[asked + 1 : shown]} <= {"code"}
    answered = next(cell.source for cell in cells[shown:] if cell.role == "prose")
    before_the_next_part = answered.partition("\n## ")[0]
    assert not answered.startswith("## ") and len(before_the_next_part) > 80


@LESSONS
def test_emphasis_is_shown_as_emphasis_and_not_as_asterisks(name, language):
    """`**word (gloss)**이` stays as it is: after punctuation, a Korean particle does not let the emphasis end."""
    formula = re.compile(r"\$\$.*?\$\$|\$[^$]*\$", re.DOTALL)
    for cell in read_lesson(name).select(language):
        if cell.role not in ("code", "exercise"):
            blocks = MarkdownIt().parse(formula.sub("x", cell.source))
            shown = [part.content for block in blocks for part in block.children or () if part.type == "text"]
            assert [text for text in shown if "*" in text] == []
