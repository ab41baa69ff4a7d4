"""What the watch shows: the report, the course's progress bar, the keys that make sense now, and one line of status."""

from __future__ import annotations

import select
import sys
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text as Line

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.report.model import Report
from deepclinic.report.safe import PARAGRAPH, clean
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text

BAR = 24
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


def exercise_line(info: ExerciseInfo, workspace: Workspace | None, language: str) -> Line:
    """One line of the list: mark, name, points, tries, time of the first pass, title, minutes."""
    line = Line(f"  {info.name:<24}")
    if workspace is not None:
        kept = workspace.progress(info)
        passed = kept["passed"]
        line = Line(f"{'✓' if passed else ('…' if kept['tries'] else ' ')} {info.name:<24}", "green" if passed else "")
        line.append(f"{kept['best']:g}/{info.max_points:g}".rjust(8))
        line.append(f"{kept['tries']}×".rjust(5) if kept["tries"] else "     ")
        line.append(f"  {str(passed)[:16].replace('T', ' ') if passed else '':<16}")
    line.append(f"  {info.minutes[0]}-{info.minutes[1]} min", style="dim")
    line.append(f"  {info.title.to(language)}")
    line.no_wrap, line.overflow = True, "ellipsis"
    return line


def course_list(workspace: Workspace | None, language: str) -> list[Line]:
    """The units with their exercises, a line each."""
    lines = []
    for unit in catalog().units:
        if unit.exercises:
            lines.append(Line(unit.title.to(language), style="bold"))
        lines += [exercise_line(info, workspace, language) for info in unit.exercises]
    if workspace is not None:
        lines.append(bar(workspace, language, (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"))
    return lines


def paragraph(text: str, style: str = "") -> Line:
    """A sentence or a few, made safe to show."""
    return Line(clean(text, PARAGRAPH, lines=True), style=style)


def sensible_keys(report: Report | None) -> str:
    """The keys that help after this report."""
    return "snlrxq" if report is not None and report.full_marks else "hnlrxq"
