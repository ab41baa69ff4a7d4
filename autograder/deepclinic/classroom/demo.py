"""The main job on a sample class: a course is made, assignments are released, handed in, graded, and given back."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from deepclinic.classroom import sample
from deepclinic.classroom.init import COURSE_ID, init
from deepclinic.classroom.summary import ClassSummary, class_summary, look_at_lines
from deepclinic.files import write_whole
from deepclinic.report.terminal import make_console
from deepclinic.report.terminal_class import print_class

LOG = "demo.log"
FAILED = 3
"""Exit status where a command failed: the sample class is ours, so the fault is."""


class CommandFailed(Exception):
    """A command of nbgrader's ended with an error; its output is in the log."""


def demo(keep: Path | None = None, language: str = "en", allow_weak_isolation: bool = False) -> int:
    """Run the demonstration and print where its results are; return the exit status.

    Args:
        keep: a new folder to work in; None for a temporary one (it is not deleted, so that the pages can be read).
    """
    console = make_console()
    folder = keep.absolute() if keep else Path(tempfile.mkdtemp(prefix="deepclinic-demo-"))
    assignments = init(folder, exercises=sample.exercises(), language=language)
    if allow_weak_isolation:
        config = folder / "nbgrader_config.py"
        write_whole(config, config.read_text("utf-8") + "\nc.GradeExercises.allow_weak_isolation = True\n")
    write_whole(folder / "students.csv", sample.roster())
    try:
        with _progress(console) as progress:
            _teach(folder, assignments, progress)
    except CommandFailed as error:
        console.print(f"\n{error}")
        return FAILED
    _tell(console, folder, assignments, language)
    return 0


def _teach(folder: Path, assignments: list[str], progress: Progress) -> None:
    run = Commands(folder, progress)
    run("db", "student", "import", "students.csv")
    for assignment in assignments:
        run("generate_assignment", assignment)
        run("release_assignment", assignment)
        count = sample.hand_in(folder / "exchange", COURSE_ID, assignment, folder / "release" / assignment)
        # The sample class does not consist of users of this machine.
        run("collect", assignment, "--ExchangeCollect.check_owner=False")
        run("autograde", assignment, counting="Autograding ", total=count)
        run("generate_feedback", assignment, counting="Writing ", total=count)
    run("export", "--to", "grades.csv")


class Commands:
    """Runs nbgrader's commands in a course, with their output in a log file and their progress on the terminal."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        self.folder = folder
        self._progress = progress
        # A configuration that the user has for other courses must not reach this one.
        self._environment = {**os.environ, "JUPYTER_NO_CONFIG": "1", "PYTHONUNBUFFERED": "1"}

    def __call__(self, *arguments: str, counting: str = "", total: int | None = None) -> None:
        """Run one command; each line of its output with `counting` in it is one step of `total`.

        Raises:
            CommandFailed: it ended with an error.
        """
        shown = " ".join(["nbgrader", *arguments[: 2 if arguments[0] == "db" else 1]])
        task = self._progress.add_task(shown, total=total)

        def count(line: str) -> None:
            if counting and counting in line:
                self._progress.advance(task)
            if " once" in line:
                self._progress.console.print(line.partition("] ")[2].strip(), style="dim")

        status, tail = self._run(arguments, count)
        if status:
            raise CommandFailed(f"{shown} failed (status {status}). Its last lines:\n\n{tail}\n\nAll of it: {self.log}")
        self._progress.update(task, total=total or 1, completed=total or 1)

    @property
    def log(self) -> Path:
        """Everything that the commands have written."""
        return self.folder / LOG

    def _run(self, arguments: tuple[str, ...], on_line: Callable[[str], None]) -> tuple[int, str]:
        command = [sys.executable, "-m", "nbgrader", *arguments]
        lines: list[str] = []
        with (
            self.log.open("a", encoding="utf-8") as log,
            subprocess.Popen(
                command, cwd=self.folder, env=self._environment, text=True, errors="replace",
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            ) as process,
        ):  # fmt: skip
            log.write(f"$ nbgrader {' '.join(arguments)}\n")
            for line in process.stdout or ():
                log.write(line)
                lines = [*lines[-19:], line]
                on_line(line)
        return process.returncode, "".join(lines)


def _progress(console: Console) -> Progress:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console)


def _tell(console: Console, folder: Path, assignments: list[str], language: str) -> None:
    summaries = [class_summary(folder, assignment) for assignment in assignments]
    for summary in summaries:
        console.print()
        print_class(summary.reports, language, console)
        _look_at(console, summary, language)
    pages = sorted(folder.glob("feedback/*/*/*.html"))
    rows = list(csv.DictReader((folder / "grades.csv").read_text(encoding="utf-8").splitlines()))
    for what, where in (
        (f"{len(pages)} feedback pages, for example", _example(folder, summaries)),
        (f"grades of {len(rows)} submissions", folder / "grades.csv"),
        ("the course, to look around in", folder),
        ("what the commands said", folder / LOG),
    ):
        console.print(f"{what + ':':34} {where}", soft_wrap=True)


def _look_at(console: Console, summary: ClassSummary, language: str) -> None:
    lines = look_at_lines(summary, language)
    if lines:
        console.print("For a person to look at" if language == "en" else "사람이 살펴볼 것", style="bold")
    for line in lines:
        console.print(f"  {line}")
    console.print()


def _example(folder: Path, summaries: list[ClassSummary]) -> Path:
    """The page of somebody with a wrong idea: there is something to explain."""
    named = [(s.assignment, report) for s in summaries for report in s.reports if report.misconception]
    for assignment, report in named[:1]:
        return folder / "feedback" / str(report.student) / assignment / f"{report.exercise}.html"
    return folder / "feedback"
