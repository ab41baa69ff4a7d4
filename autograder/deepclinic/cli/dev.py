"""Commands of authors: `dev check`, `dev build`."""

from __future__ import annotations

import tempfile
import time
from argparse import Namespace
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from deepclinic.authoring.content import stray_files
from deepclinic.authoring.dev_check import SEED, Findings, check_exercise
from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading import PUBLISHED_SEED, Grader
from deepclinic.report.terminal import make_console


def check(arguments: Namespace) -> int:
    """Grade every solution that is known to be right or wrong. Exit status 0: all is sound."""
    if not solutions.has_solutions():
        raise DeepclinicError("`dev check` needs the solutions; this build of deepclinic carries none.")
    infos = [catalog().exercise(name) for name in arguments.exercises] or list(catalog().exercises)
    started = time.monotonic()
    console = make_console()
    problems = 0
    with Grader(seed=SEED if arguments.seed is None else arguments.seed, jobs=arguments.jobs) as grader:
        table = Table(title=f"dev check, seed {grader.seed}", title_justify="left", box=None, pad_edge=False)
        for heading in ("exercise", "checks", "alternatives", "misconceptions", "s/submission", "problems"):
            table.add_column(heading, justify="left" if heading == "exercise" else "right")
        for info in infos:
            findings = _with_progress(grader, info)
            problems += len(findings.problems)
            table.add_row(
                findings.exercise, str(findings.checks), str(findings.alternatives), str(findings.misconceptions),
                f"{findings.seconds_per_submission:.2f}", str(len(findings.problems)),
            )  # fmt: skip
            for problem in findings.problems:
                console.print(f"{findings.exercise}: {problem}", style="red")
    for problem in stray_files() if not arguments.exercises else ():
        problems += 1
        console.print(problem, style="red")
    console.print(table)
    verdict = "sound" if problems == 0 else f"{problems} problems"
    console.print(f"{verdict} ({time.monotonic() - started:.0f} s, {arguments.jobs} jobs)")
    return 0 if problems == 0 else 1


def _with_progress(grader: Grader, info: ExerciseInfo) -> Findings:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    total = 2 + len(solutions.alternatives(info.name)) + len(solutions.misconceptions(info.name))
    errors = make_console(stderr=True)
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task(info.name, total=total)
        return check_exercise(grader, info, lambda _: progress.advance(task))


def build(arguments: Namespace) -> int:
    """Build a wheel; the students' one carries expected observations in place of the solutions."""
    from deepclinic.authoring.build import build_wheel

    console = make_console()
    if not arguments.student:
        console.print(str(build_wheel(arguments.out, student=False)))
        return 0
    with tempfile.TemporaryDirectory(prefix="deepclinic-expected-") as folder:
        with Grader(seed=PUBLISHED_SEED) as grader:
            for info in catalog().exercises:
                grader.expected.ship(info, Path(folder))
        console.print(str(build_wheel(arguments.out, student=True, expected_dir=Path(folder))))
    return 0
