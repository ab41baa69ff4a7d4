"""The terminal face of one report: the first failure in full, the rest one line each.

No boxes and no colour that carries meaning by itself: it reads the same at 80 columns, under `NO_COLOR`, piped into a
file, and in Korean, where a letter takes two cells. Strings never go through rich's markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from deepclinic.report import words
from deepclinic.report.model import CheckResult, Report
from deepclinic.report.observed import observed
from deepclinic.report.safe import safe_report
from deepclinic.report.summary import first_failure
from deepclinic.report.words import say
from deepclinic.text import placed

WIDEST = 100
"""Columns used at most: longer lines are hard to read."""
BELOW = 7
"""Lines of a screen that is redrawn which come after the report."""
NAME_WIDTH, VALUE_WIDTH, GAP = 30, 9, 2
"""Columns for a name such as `layer.non_trainable_weights` unbroken, for a short value, and between them."""
STYLES = {
    "pass": "green",
    "fail": "bold red",
    "waiting": "dim",
    "not_attempted": "yellow",
    "stopped": "bold magenta",
    "grader_fault": "bold cyan",
}


class ReportFace:
    """A rich renderable of one report, so that it can be printed, put in a live display or measured.

    Args:
        full: every failure in full, with all frames of what was raised.
        failure_last: the failure after the other checks, at the bottom of a screen that is redrawn; where the screen is
            too low for all of it, checks that passed share a line.
    """

    def __init__(
        self, report: Report, language: str = "en", full: bool = False, failure_last: bool = False
    ) -> None:
        self.report = safe_report(report)
        self.language = language
        self.full, self.failure_last = full, failure_last

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update(width=min(options.max_width, WIDEST))
        face = self._face(options)
        if self.failure_last and len(console.render_lines(face, options)) > console.height - BELOW:
            face = self._face(options, brief=True)
        yield from console.render(face, options)

    def _face(self, options: ConsoleOptions, brief: bool = False) -> RenderableType:
        symbols = words.ASCII_SYMBOLS if options.ascii_only else words.SYMBOLS
        return Group(*_blocks(self.report, self.language, symbols, self.full, self.failure_last, brief))


def make_console(file: TextIO | None = None, **settings: object) -> Console:
    """A console that shows strings as they are and never fails on a letter that its encoding lacks."""
    # In a Jupyter kernel rich would display what is printed to a file of ours, and leave the file empty.
    settings = {"highlight": False, "markup": False, "emoji": False, "force_jupyter": False, **settings}
    console = Console(file=file, **settings)  # type: ignore[arg-type]
    if isinstance(console.file, io.TextIOWrapper):
        console.file.reconfigure(errors="replace")
    return console


def print_report(
    report: Report, language: str = "en", console: Console | None = None, full: bool = False
) -> None:
    """Print the terminal face of `report`; `full`: every failure in full."""
    (console or make_console()).print(ReportFace(report, language, full))


def to_text(face: RenderableType, width: int = 80, color: bool = False) -> str:
    """Render a face into a string of lines at most `width` cells wide, plain or with ANSI colours."""
    console = make_console(
        io.StringIO(), width=width, force_terminal=color, color_system="standard" if color else None,
        no_color=not color, legacy_windows=False, _environ={},
    )  # fmt: skip
    console.print(face)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def _blocks(
    report: Report, language: str, symbols: dict[str, str], full: bool, failure_last: bool, brief: bool
) -> Iterable[RenderableType]:
    """`brief`: what passed is only counted."""
    yield _header(report, language)
    yield from _verdict(report, language)
    first = None if report.not_from_scratch else first_failure(report)
    nothing_yet = all(check.outcome == "not_attempted" for check in report.checks)
    failures = [] if first is None or nothing_yet else [first]
    if full and first:
        failures += [check for check in report.checks if check.outcome in ("fail", "stopped") and check is not first]
    explained: list[RenderableType] = []
    for check in failures:
        explained += [Line(), _in_full(check, language, symbols, full)]
    if report.misconception and not report.not_from_scratch:
        explained += [Line(), indent(_said("what_happened", report.misconception.what.to(language), language))]
        explained += [indent(_said("what_to_try", report.misconception.try_.to(language), language))]
    others: list[RenderableType] = []
    rest = [check for check in report.checks if check not in failures]
    if rest:
        heading = words.heading(report, bool(failures))
        others += [Line(), Line(say(heading, language), style="bold")]
        passed = sum(check.outcome == "pass" for check in rest) if brief else 0
        if passed:
            others.append(Line(f"{symbols['pass']} {words.passed(passed, language)}", style=STYLES["pass"]))
            rest = [check for check in rest if check.outcome != "pass"]
        others.append(_row(rest, language, symbols))
    yield from [*others, *explained] if failure_last else [*explained, *others]
    for note in report.notes:
        yield Line()
        yield _said("notes", note.to(language), language)
    yield Line()


def _header(report: Report, language: str) -> RenderableType:
    header = Table.grid(padding=(0, 2), expand=True)
    header.add_column(ratio=1, overflow="fold")
    header.add_column(justify="right", no_wrap=True)
    name = Line(report.exercise, style="bold")
    if words.who(report):
        name.append(f"  {words.who(report)}", style="not bold dim")
    if report.outcome == "grader_fault":
        score = Line(say("grader_fault", language), style="bold cyan")
    else:
        points = words.points(report.points, report.max_points, language)
        score = Line(points, style="bold green" if report.full_marks else "bold")
    header.add_row(name, score)
    return header


def _verdict(report: Report, language: str) -> Iterable[RenderableType]:
    counted = words.counted(report, language)
    if report.not_from_scratch:
        yield Line(say("ready_made", language), style="bold red")
        yield Line()
        yield indent(Line(say("ready_made_why", language)))
        for use in report.not_from_scratch:
            yield indent(Line(placed(use, language), style="bold", overflow="fold"), 4)
    elif report.outcome == "unreadable":
        yield Line(say("cannot_read", language), style="bold red")
    elif report.outcome == "grader_fault":
        yield Line(say("grader_failed", language), style="bold cyan")
    elif report.full_marks:
        yield Line(say("all_passed", language), style="green")
    elif counted:
        yield Line(counted, style="dim")
    if report.outcome == "graded" and report.needs_person:
        yield Line(say("for_a_person", language), style="bold cyan")
    if report.reason.en and not report.not_from_scratch:
        yield Line()
        yield indent(Line(report.reason.to(language), overflow="fold"))


def _in_full(check: CheckResult, language: str, symbols: dict[str, str], full: bool) -> RenderableType:
    parts: list[RenderableType] = [_row([check], language, symbols, strong=True)]
    if check.differences:
        parts += [Line(), indent(_Beside(check, language), 4)]
    message = words.explanation(check, language)
    if message:
        parts += [Line(), indent(Line(message, overflow="fold"))]
    if check.traceback:
        parts += [Line(), indent(Line(say("in_your_code", language), style="bold"))]
        frames = check.full_traceback if full and check.full_traceback else check.traceback
        parts.append(indent(Line(frames, style="dim", overflow="fold"), 4))
    return Group(*parts)


class _Beside:
    """Yours beside expected. The names get what the values leave, at least a third and their longest word."""

    def __init__(self, check: CheckResult, language: str) -> None:
        self.rows = [
            (words.where(one, language), observed(one.yours, language), observed(one.expected, language))
            for one in check.differences
        ]
        self.heads = say("yours", language), say("expected", language)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        names, yours, expected = (max(map(cell_len, column)) for column in zip(*self.rows, strict=True))
        word = max((cell_len(word) for name, *_ in self.rows for word in name.split()), default=0)
        left = options.max_width - sum(GAP + max(VALUE_WIDTH, width) for width in (yours, expected))
        room = max(4, options.max_width - 2 * (GAP + VALUE_WIDTH))
        at_least = min(room, max(options.max_width // 3, min(word, NAME_WIDTH)))
        table = Table(box=None, padding=(0, GAP, 0, 0), show_edge=False, header_style="dim", pad_edge=False)
        table.add_column(overflow="fold", width=min(names, max(left, at_least)))
        table.add_column(self.heads[0], overflow="fold", min_width=VALUE_WIDTH, style="red")
        table.add_column(self.heads[1], overflow="fold", min_width=VALUE_WIDTH, style="green")
        for row in self.rows:
            table.add_row(*map(Line, row))
        yield table


def _row(
    checks: Iterable[CheckResult], language: str, symbols: dict[str, str], strong: bool = False
) -> RenderableType:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, no_wrap=not strong, overflow="fold" if strong else "ellipsis")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True, justify="right")
    for check in checks:
        style = STYLES[check.outcome]
        word = "" if check.outcome in ("pass", "fail") else say(check.outcome, language)
        quiet = "dim" if check.outcome == "waiting" else ""
        table.add_row(
            Line(symbols[check.outcome], style=style),
            Line(check.title.to(language), style="bold" if strong else quiet),
            Line(word, style=style),
            Line(words.points(check.points, check.max_points, language, unit=False), style=quiet),
        )
    return table


def _said(key: str, text: str, language: str) -> RenderableType:
    return Group(Line(say(key, language), style="bold"), indent(Line(text, overflow="fold")))


def indent(what: RenderableType, by: int = 2) -> RenderableType:
    """Move `what` to the right by `by` cells."""
    return Padding(what, (0, 0, 0, by))
