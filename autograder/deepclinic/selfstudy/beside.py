"""The reference beside a student's own code: what differs, line by line, and how others did it."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text as Line

from deepclinic.course import solutions
from deepclinic.course.stub import BEGIN, END
from deepclinic.report.markup import Child, Markup, tag
from deepclinic.report.safe import LISTING, clean
from deepclinic.report.skin import EDGE, MONO, TABLE
from deepclinic.report.words import say
from deepclinic.text import Text

SIDE_BY_SIDE = 120
"""Columns from which on two listings fit beside each other."""
OTHERS = Text("Others did it differently, and right", "다르게 작성한 올바른 풀이")
TITLE = Text("The reference", "모범 답안")
LEGEND = Text("- yours, + the reference, the rest is the same", "- 내 풀이, + 모범 답안, 나머지는 같음")
STYLES = {"-": "red", "+": "green", " ": ""}
"""Of a line that only the student has, only the reference has, both have."""


@dataclass(frozen=True)
class Row:
    """One line of both: `mark` is " " where they agree, "-" for the student's alone, "+" for the reference's alone."""

    mark: str
    line: str


def reference(exercise: str) -> str:
    """The reference without the markers around the student's part. `DeepclinicError` in a students' build."""
    return _without_markers(solutions.reference_source(exercise))


def _without_markers(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip() not in (BEGIN, END))


def own_source(path: Path) -> str:
    """The student's code: the file, or the solution cells of a notebook; empty where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".ipynb":
            return _without_markers(text)
        cells = json.loads(text)["cells"]
        marked = [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("solution")]
        return "\n\n".join("".join(cell["source"]) for cell in marked if cell["cell_type"] == "code")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


def rows(own: str, other: str) -> Iterator[Row]:
    """Both line by line; where they differ the student's lines come first. Blank ends of lines do not count."""
    mine, theirs = ([line.rstrip() for line in text.strip("\n").splitlines()] for text in (own, other))
    for kind, a, b, c, d in difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Row(" ", line) for line in mine[a:b])
        else:
            yield from (Row("-", line) for line in mine[a:b])
            yield from (Row("+", line) for line in theirs[c:d])


def face(exercise: str, own: str, language: str, width: int) -> list[RenderableType]:
    """What a terminal of `width` columns shows: two listings side by side where they fit, else one with marks."""
    theirs = reference(exercise)
    shown: list[RenderableType] = [Line(f"{TITLE.to(language)} · {exercise}", style="bold")]
    if not own.strip():
        shown.append(Line(clean(theirs, 5 * LISTING, lines=True)))
    elif width >= SIDE_BY_SIDE:
        shown.append(_side_by_side(exercise, own, language))
    else:
        shown += [Line(LEGEND.to(language), style="dim"), Line()]
        shown += [_Hanging(row.line, row.mark, f"{row.mark} ") for row in rows(own, theirs)]
    shown += [Line(), Line(OTHERS.to(language), style="bold")]
    return [*shown, *(_Hanging(idea.to(language), " ", "  · ") for idea in _ideas(exercise))]


def fragment(exercise: str, own: str, language: str) -> Markup:
    """The same for a notebook: a table of two columns with inline styles."""
    cell = f"{MONO}; vertical-align: top; text-align: left; padding: 0 10px; border: none"
    colours = {"-": "; background-color: rgba(209, 69, 59, 0.14)", "+": "; background-color: rgba(46, 139, 87, 0.16)"}

    def side(row: Row | None) -> Child:
        looks = cell + (colours.get(row.mark, "") if row else "")
        return tag("td", {"style": looks}, clean(row.line) if row else "")

    head = tag("tr", {}, [tag("th", {"style": "text-align: left; padding: 0 10px"}, word) for word in _heads(language)])
    body = [tag("tr", {"style": "background-color: transparent"}, side(a), side(b)) for a, b in _pairs(own, exercise)]
    ideas = [tag("li", {}, clean(idea.to(language))) for idea in _ideas(exercise)]
    return tag(
        "div",
        {"lang": language, "style": f"padding: 10px 14px; border: {EDGE}; border-radius: 8px; overflow-x: auto"},
        tag("table", {"style": TABLE}, tag("thead", {}, head), tag("tbody", {}, body)),
        tag("p", {"style": "font-weight: 700; margin: 12px 0 2px 0"}, OTHERS.to(language)),
        tag("ul", {"style": "margin: 0"}, ideas),
    )


def plain(exercise: str, own: str, language: str) -> str:
    """The same as text."""
    listing = [f"{row.mark} {row.line}" for row in rows(own, reference(exercise))] if own.strip() else []
    listing = listing or reference(exercise).splitlines()
    ideas = [f"  · {idea.to(language)}" for idea in _ideas(exercise)]
    text = "\n".join([LEGEND.to(language), "", *listing, "", OTHERS.to(language), *ideas])
    return clean(text, 5 * LISTING, lines=True)


def _heads(language: str) -> tuple[str, str]:
    return say("yours", language), TITLE.to(language)


def _ideas(exercise: str) -> list[Text]:
    return [alternative.idea for alternative in solutions.alternatives(exercise)]


def _pairs(own: str, exercise: str) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows as pairs: equal lines face each other, of differing ones the nth of yours the nth of the reference's."""
    mine: list[Row | None] = []
    theirs: list[Row | None] = []
    for row in [*rows(own, reference(exercise)), Row(" ", "")]:
        if row.mark == " ":
            length = max(len(mine), len(theirs))
            yield from zip(mine + [None] * (length - len(mine)), theirs + [None] * (length - len(theirs)), strict=True)
            mine, theirs = [], []
            yield row, row
        else:
            (mine if row.mark == "-" else theirs).append(row)


def _side_by_side(exercise: str, own: str, language: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
    for word in _heads(language):
        table.add_column(word, ratio=1, overflow="fold")
    for pair in _pairs(own, exercise):
        table.add_row(*(_Hanging(row.line, row.mark) if row else Line() for row in pair))
    return table


class _Hanging:
    """One line; what does not fit goes on below, as far to the right as the line began where that leaves room."""

    def __init__(self, line: str, mark: str, head: str = "") -> None:
        self._code, self._head, self._style = clean(line), head, STYLES[mark]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        begin = self._code.lstrip()
        before = self._head + self._code[: len(self._code) - len(begin)]
        if not before or cell_len(before) > options.max_width // 2:
            yield Line(self._head + self._code, style=self._style, overflow="fold")
            return
        grid = Table.grid()
        grid.add_column(no_wrap=True, width=cell_len(before))
        grid.add_column(overflow="fold")
        grid.add_row(Line(before, style=self._style), Line(begin, style=self._style))
        yield grid
