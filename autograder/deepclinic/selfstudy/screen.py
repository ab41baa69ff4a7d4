"""What the watch shows: the report, the course's progress bar, the keys that make sense now, and one line of status."""

from __future__ import annotations

import select
import sys
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text as Line

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.report.model import Report
from deepclinic.report.safe import PARAGRAPH, clean
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text

BAR = 24
SCROLL_UP = Text(
    "It is longer than the screen: scroll up for its beginning.", "화면보다 깁니다. 위로 스크롤하면 처음이 보입니다."
)
HEADS = (
    Text("points", "점수"), Text("tries", "시도"), Text("first pass (UTC)", "첫 통과 (UTC)"), Text("min", "분"),
    Text("", ""),
)  # fmt: skip
"""Of the course's list; the first three only in a workspace."""
KEYS = {
    "h": Text("hint", "힌트"),
    "s": Text("solution", "모범 답안"),
    "n": Text("next", "다음"),
    "l": Text("list", "목록"),
    "r": Text("run again", "다시 검사"),
    "x": Text("reset", "초기화"),
    "q": Text("quit", "끝내기"),
}


class Screen:
    """Draws. On a terminal the whole screen is drawn anew and the status is its last line; elsewhere lines follow."""

    def __init__(self, console: Console, language: str) -> None:
        self.console = console
        self.language = language
        self.redraws = console.is_terminal and not console.is_dumb_terminal

    def draw(self, parts: Sequence[RenderableType], status: str) -> None:
        """Show `parts` from the top of a cleared screen, or below what is there."""
        with self.console.capture() as capture:
            for part in parts:
                self.console.print(part)
        text = capture.get()
        if self.redraws and text.count("\n") >= self.console.height:  # its beginning has left the screen
            with self.console.capture() as capture:
                self.console.print(paragraph(SCROLL_UP.to(self.language), "dim"))
            text += capture.get()
        self._write(f"\x1b[H\x1b[2J\x1b[3J{text}" if self.redraws else text)
        self.status(status)

    def status(self, text: str) -> None:
        """Replace the last line."""
        if not text:
            return
        with self.console.capture() as capture:
            self.console.print(
                Line(clean(text), style="dim"), no_wrap=True, overflow="ellipsis", end="" if self.redraws else "\n"
            )
        self._write(f"\r\x1b[2K{capture.get()}" if self.redraws else capture.get())

    def leave(self) -> None:
        """End the last line, so that the shell's prompt stands below it."""
        if self.redraws:
            self._write("\n")

    def need_reader(self) -> None:
        """Raise `BrokenPipeError` where what is written goes into a pipe that nobody reads any more.

        A connection that was cut sends no signal to a program without a terminal: it would wait for ever, and hold the
        memory of its workers, until something is saved and it writes again.
        """
        if not hasattr(select, "poll"):  # Windows
            return
        gone = select.poll()
        try:
            gone.register(self.console.file, 0)
        except (OSError, ValueError, TypeError):  # not a file of the system's
            return
        if any(events & (select.POLLERR | select.POLLHUP) for _, events in gone.poll(0)):
            raise BrokenPipeError

    def _write(self, text: str) -> None:
        file = self.console.file
        file.write(text)
        file.flush()

    def footer(self, workspace: Workspace, keys: str) -> RenderableType:
        """The bar, and a line of keys where keys can be read."""
        parts: list[RenderableType] = [bar(workspace, self.language, self.console.options.ascii_only)]
        if keys:
            parts.append(keys_line(keys, self.language))
        return Group(*parts)


def keys_line(keys: str, language: str) -> Line:
    """ "h hint · q quit"."""
    line = Line()
    for key in keys:
        line.append(" · " if line else "", style="dim")
        line.append(key, style="bold")
        line.append(f" {KEYS[key].to(language)}")
    return line


def bar(workspace: Workspace, language: str, ascii_only: bool = False) -> Line:
    """How far somebody is in the course: exercises that passed, and the points of the best tries."""
    exercises = catalog().exercises
    passed = sum(workspace.progress(info)["passed"] is not None for info in exercises)
    points = sum(min(workspace.progress(info)["best"], info.max_points) for info in exercises)
    whole = sum(info.max_points for info in exercises)
    done = round(BAR * points / whole) if whole else 0
    full, empty = "#-" if ascii_only else "█░"
    line = Line("Course " if language == "en" else "진도 ")
    line.append(full * done, style="green").append(empty * (BAR - done), style="dim")
    count = f"{passed}/{len(exercises)}"
    line.append(f" {count} exercises" if language == "en" else f" 연습 문제 {count}")
    return line.append(f" · {points:g}/{whole:g} points" if language == "en" else f" · {points:g}/{whole:g}점")


def course_list(workspace: Workspace | None, language: str) -> list[RenderableType]:
    """The units with their exercises, a line each: how far one is, how long each takes."""
    heads = [head.to(language) for head in HEADS]
    shown: list[RenderableType] = [_row(["", "", *(heads[:3] if workspace else ()), *heads[3:]], "dim")]
    for unit in catalog().units:
        if unit.exercises:
            shown.append(Line(unit.title.to(language), style="bold"))
        shown += [_exercise_row(info, workspace, language) for info in unit.exercises]
    if workspace is not None:
        shown.append(bar(workspace, language, (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"))
    return shown


def _exercise_row(info: ExerciseInfo, workspace: Workspace | None, language: str) -> RenderableType:
    minutes, title = f"{info.minutes[0]}-{info.minutes[1]}", info.title.to(language)
    if workspace is None:
        return _row(["", info.name, minutes, title])
    kept = workspace.progress(info)
    passed = str(kept["passed"] or "")[:16].replace("T", " ")
    mark = "✓" if passed else ("…" if kept["tries"] else "")
    points, tries = f"{kept['best']:g}/{info.max_points:g}", str(kept["tries"] or "")
    return _row([mark, info.name, points, tries, passed, minutes, title], "green" if passed else "")


def _row(cells: Sequence[str], style: str = "") -> RenderableType:
    """One line, however narrow the terminal is: the title at its end is cut."""
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    widths = (1, 21, 8, 5, 16, 6) if len(cells) == len(HEADS) + 2 else (1, 21, 6)
    for place, width in enumerate(widths):
        row.add_column(width=width, no_wrap=True, justify="right" if place > 1 else "left")
    row.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    row.add_row(*(Line(cell, style=style) for cell in cells))
    return row


def paragraph(text: str, style: str = "") -> Line:
    """A sentence or a few, made safe to show."""
    return Line(clean(text, PARAGRAPH, lines=True), style=style)


def sensible_keys(report: Report | None) -> str:
    """The keys that help after this report."""
    return "snlrxq" if report is not None and report.full_marks else "hnlrxq"
