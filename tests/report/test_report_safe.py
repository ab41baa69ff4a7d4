"""A student's string stays text in every face."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser

import pytest
from gallery import gallery
from hostile_strings import KNOWN, quick, reports, strings
from hypothesis import given

from deepclinic.report.csv_face import to_csv
from deepclinic.report.html import class_page, fragment, page, pages
from deepclinic.report.json_face import to_json
from deepclinic.report.nbgrader_cell import outputs
from deepclinic.report.notebook import NotFullMarks, ReportView
from deepclinic.report.safe import HIDDEN, clean
from deepclinic.report.terminal import ReportFace, to_text
from deepclinic.report.terminal_class import ClassFace

OURS = frozenset(
    ("html", "head", "meta", "title", "style", "body", "main", "section", "div", "span", "p", "h1", "h2", "h3", "h4")
    + ("table", "thead", "tbody", "tr", "th", "td", "ul", "li", "dl", "dt", "dd", "pre", "code", "strong", "details")
    + ("summary", "ol", "figure", "figcaption", "a", "img")
)


class Elements(HTMLParser):
    """Collects the elements and attributes that a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes += attrs


def invisible(text: str) -> set[str]:
    return {c for c in text if c != "\n" and unicodedata.category(c) in HIDDEN}


@quick
@given(strings)
def test_cleaned_text_has_only_characters_that_can_be_seen(text):
    shown = clean(text, lines=True)
    assert not invisible(shown)
    assert "\n" not in clean(text)
    assert len(clean(text, 50)) <= 50 * 10 + 1
    shown.encode("utf-8")


@quick
@given(strings)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text, 10_000)
    assert clean(once, 100_000) == once


@pytest.mark.parametrize("plain", ["ReLU", "배치 정규화", "naïve café", "(8, 3) ≠ (8,)", "😀"])
def test_honest_text_is_left_alone(plain):
    assert clean(plain) == plain


@quick
@given(reports())
def test_html_holds_no_element_and_no_attribute_of_the_students(report):
    for language in ("en", "ko"):
        for text in (page(report, language), fragment(report, language), class_page([report], language)):
            seen = Elements(text)
            assert seen.names <= OURS
            assert not [name for name, _ in seen.attributes if name.startswith("on")]
            assert not [value for name, value in seen.attributes if name in ("href", "src") and not _local(value)]
            assert not invisible(text)


def _local(address):
    return address.startswith(("data:image/svg+xml;base64,", "#")) or address.endswith(".html")


@quick
@given(reports())
def test_the_terminal_gets_no_control_sequence_and_no_line_too_wide(report):
    from rich.cells import cell_len

    for language in ("en", "ko"):
        for face in (ReportFace(report, language), ClassFace([report], language)):
            text = to_text(face, 80)
            assert not invisible(text)
            assert max(map(cell_len, text.splitlines()), default=0) <= 80


@quick
@given(reports())
def test_the_exception_and_the_view_hold_no_control_sequence_of_the_students(report):
    assert not invisible(repr(ReportView(report)))
    assert not invisible(str(NotFullMarks(report)))
    for line in NotFullMarks(report)._render_traceback_():
        assert not invisible(re.sub(r"\x1b\[[\d;]*m", "", line)), "only our own colours"


@quick
@given(reports())
def test_json_is_strict_and_encodes(report):
    text = to_json([report])
    text.encode("utf-8")
    json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))


@quick
@given(reports())
def test_no_cell_of_the_csv_is_a_formula(report):
    text = to_csv([report])
    text.encode("utf-8-sig")
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@quick
@given(reports())
def test_nbgrader_output_validates(report):
    import nbformat

    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=outputs(report))])
    nbformat.validate(notebook)


def test_a_page_does_not_grow_with_what_is_handed_in():
    from dataclasses import replace

    big = replace(gallery()["raised"], submission="W" * 10**6, student="W" * 10**6)
    assert len(page(big)) < len(page(gallery()["raised"])) + 5000


def test_file_names_of_pages_are_plain_and_distinct():
    from dataclasses import replace

    base = gallery()["full_marks"]
    names = [replace(base, student=name) for name in (*KNOWN, "../../etc", "CON", "index", "김", "박", "A", "a")]
    files = pages([replace(one, exercise="") for one in names])
    assert len(files) == len(names) + 1
    assert len({name.casefold() for name in files}) == len(files)
    assert all(re.fullmatch(r"[\w-]+\.html", name) and len(name.encode()) < 200 for name in files)
    assert any("김" in name for name in files)
