"""`deepclinic dev adequacy`: how good the checks are, on the terminal, as JSON, as a page, as a document."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from deepclinic import __version__
from deepclinic.authoring.adequacy import SEED, Adequacy, cases_of, environment, fresh_seeds, measure, to_json
from deepclinic.authoring.adequacy_docs import bound, markdown
from deepclinic.authoring.adequacy_figures import figures_of
from deepclinic.authoring.adequacy_page import adequacy_page
from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.files import write_whole
from deepclinic.grading import Grader
from deepclinic.report.terminal import make_console


def adequacy(arguments: Namespace) -> int:
    """Measure and write. Exit status 0: all is as it should be. May be interrupted, and goes on when repeated."""
    if not solutions.has_solutions():
        raise DeepclinicError("`dev adequacy` needs the solutions; this build of deepclinic carries none.")
    if arguments.docs and arguments.no_mutants:
        raise DeepclinicError("--docs publishes the figures of mutants too: leave --no-mutants out.")
    infos = [catalog().exercise(name) for name in arguments.exercises] or list(catalog().exercises)
    for folder in (arguments.html, arguments.docs):
        _make(folder)
    seed = SEED if arguments.seed is None else arguments.seed
    with Grader(seed=seed, jobs=arguments.jobs) as grader:
        found = _measured(grader, infos, seed, arguments)
        left_out = tuple(info.name for info in catalog().exercises if info not in infos)
        measured = Adequacy(__version__, seed, arguments.seeds, environment(grader), found, left_out)
    _write(arguments, measured)
    problems = [f"{f.exercise}: {problem}" for f in figures_of(measured) for problem in f.problems()]
    if arguments.json != "-":
        _show(measured, problems)
    return 1 if problems else 0


def _measured(grader: Grader, infos: Sequence[ExerciseInfo], seed: int, arguments: Namespace):
    seeds, with_mutants = fresh_seeds(seed, arguments.seeds), not arguments.no_mutants
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    errors = make_console(stderr=True)
    found = []
    with Progress(
        *columns, TimeRemainingColumn(), console=errors, transient=True, disable=not errors.is_terminal
    ) as progress:
        tasks = [
            progress.add_task(info.name, total=len(cases_of(info, seed, seeds, with_mutants)[0]), start=False)
            for info in infos
        ]
        for info, task in zip(infos, tasks, strict=True):
            progress.start_task(task)
            found.append(
                measure(grader, info, seed, seeds, with_mutants, lambda case, task=task: progress.advance(task))
            )
    return tuple(found)


def _make(folder: Path | None) -> None:
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeepclinicError(f"Cannot write into {folder}: {error.strerror}.") from error


def _write(arguments: Namespace, measured: Adequacy) -> None:
    text = json.dumps(to_json(measured), ensure_ascii=False, indent=1) + "\n"
    files: dict[Path, str] = {}
    if arguments.html:
        files[arguments.html / "adequacy.html"] = adequacy_page(measured)
    if arguments.docs:
        files[arguments.docs / "adequacy.json"] = text
        files[arguments.docs / "adequacy.md"] = markdown(measured)
    if arguments.json == "-":
        print(text, end="")
    elif arguments.json:
        files[Path(arguments.json)] = text
    for file, content in files.items():
        write_whole(file, content)


def _show(measured: Adequacy, problems: Sequence[str]) -> None:
    console: Console = make_console()
    title = f"dev adequacy, seed {measured.seed}, {measured.seeds} seeds for each right solution"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("exercise", no_wrap=True)
    for heading in ("rejected", "≤", "caught", "named", "rewr.", "unseen", "killed", "s"):
        table.add_column(heading, justify="right", no_wrap=True)
    for f in figures_of(measured):
        table.add_row(
            f.exercise, str(f.rejected), bound(f.rejected), str(f.caught), str(f.named), str(f.rewritten_named),
            str(f.unseen_named), str(f.killed), f"{f.seconds:.2f}",
        )  # fmt: skip
    console.print(table)
    for problem in problems:
        console.print(problem, style="red", markup=False, highlight=False, soft_wrap=True)
    console.print("nothing is wrong" if not problems else f"{len(problems)} problems")
