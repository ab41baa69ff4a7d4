"""The terminal face of many reports: who got what, and what the class misunderstood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text as Line

from deepclinic.report import words
from deepclinic.report.model import Report
from deepclinic.report.safe import safe_report
from deepclinic.report.summary import FAILED, CheckRate, ExerciseSummary, summarise
from deepclinic.report.terminal import indent, make_console
from deepclinic.report.words import say

WIDEST = 120
BAR = 20
MOST = 4
"""Failed checks named in one row; of more only the number is told."""


class ClassFace:
    """A rich renderable of many reports: for each exercise a table and what was misunderstood."""

    def __init__(self, reports: Sequence[Report], language: str = "en") -> None:
        self.summaries = summarise([safe_report(report) for report in reports])
        self.language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update(width=min(options.max_width, WIDEST))
        for summary in self.summaries:
            yield from console.render(Group(*_blocks(summary, self.language, options.ascii_only)), options)
        if not self.summaries:
            yield Line(say("nothing_there", self.language))


def print_class(reports: Sequence[Report], language: str = "en", console: Console | None = None) -> None:
    """Print the terminal face of a class."""
    (console or make_console()).print(ClassFace(reports, language))


def _blocks(summary: ExerciseSummary, language: str, ascii_only: bool) -> Iterable[RenderableType]:
    head = Line(summary.exercise, style="bold")
    most = max((report.max_points for report in summary.reports), default=0.0)
    average = f"{say('average', language).lower()} {words.points(summary.average, most, language)}"
    head.append(f"  {say('submissions', language).lower()}: {len(summary.reports)}, {average}", style="not bold dim")
    yield head
    yield _table(summary, language)
    yield Line()
    yield Line(say("class_misunderstood", language), style="bold")
    yield _misconceptions(summary, language, ascii_only)
    yield Line()
    yield Line(say("hard_checks", language), style="bold")
    yield _rates([rate for rate in summary.rates if rate.failed], language, ascii_only)
    yield Line()


def _table(summary: ExerciseSummary, language: str) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, header_style="dim")
    table.add_column(say("submission", language), ratio=3, overflow="fold")
    table.add_column(say("points", language), justify="right", no_wrap=True)
    table.add_column(say("misconception", language), ratio=3, overflow="fold")
    table.add_column(say("failed_checks", language), ratio=4, overflow="fold")
    for report in summary.reports:
        table.add_row(Line(words.who(report)), _score(report, language), _named(report), _failed(report, language))
    return table


def _score(report: Report, language: str) -> Line:
    if report.needs_person:
        return Line("?", style="bold cyan")
    score = words.points(report.points, report.max_points, language, unit=False)
    return Line(score, style="green" if report.full_marks else "")


def _named(report: Report) -> Line:
    return Line(report.misconception.id if report.misconception and not report.not_from_scratch else "")


def _failed(report: Report, language: str) -> Line:
    if report.not_from_scratch:
        return Line(say("ready_made", language), style="red")
    if report.outcome != "graded":
        return Line(say(report.outcome, language), style="cyan" if report.needs_person else "red")
    outcomes = [check.outcome for check in report.checks]
    if outcomes and set(outcomes) <= {"not_attempted", "waiting"}:
        return Line(say("not_attempted", language), style="yellow")
    failed = [check.id for check in report.checks if check.outcome in FAILED]
    stopped = [check.id for check in report.checks if check.outcome == "stopped"]
    line = Line(", ".join(failed[:MOST]))
    if len(failed) > MOST:
        line.append(f", +{len(failed) - MOST}")
    if stopped:
        line.append(f" ({say('stopped', language)})", style="magenta")
    if report.needs_person:
        line.append(f"{' ' if failed else ''}({say('grader_fault', language)})", style="cyan")
    return line


def _misconceptions(summary: ExerciseSummary, language: str, ascii_only: bool) -> RenderableType:
    if not summary.misconceptions:
        return indent(Line(say("none_named", language)))
    most = max(count for _, count in summary.misconceptions)
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=BAR, no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for misconception, count in summary.misconceptions:
        what = Line(misconception.id, style="bold")
        what.append("\n" + misconception.what.to(language), style="not bold")
        bar = Line(_bar(count / most, ascii_only), style="red")
        table.add_row(bar, Line(words.students(count, language)), what)
    return indent(table)


def _rates(rates: Sequence[CheckRate], language: str, ascii_only: bool) -> RenderableType:
    if not rates:
        return indent(Line(say("nothing_failed", language)))
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=BAR, no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for rate in rates:
        bar = Line(_bar(rate.rate, ascii_only), style="red")
        table.add_row(bar, Line(f"{rate.failed}/{rate.decided}"), Line(rate.title.to(language)))
    return indent(table)


def _bar(share: float, ascii_only: bool) -> str:
    full = round(share * BAR)
    return ("#" * full if ascii_only else "▇" * full).ljust(BAR)
