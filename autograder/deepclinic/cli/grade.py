"""`deepclinic grade`: many submissions, one verdict each, in whatever form is asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from deepclinic.cli.faces import Faces, check_targets
from deepclinic.cli.study import exit_status
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Grader, Submission, submissions_in
from deepclinic.report.model import Report
from deepclinic.report.terminal import make_console, print_report
from deepclinic.report.terminal_class import print_class


def grade(arguments: Namespace) -> int:
    """Grade everything at the given paths. Exit status 0: all full marks, 1: something lost points."""
    language = arguments.language or "en"
    _usage(arguments)
    if arguments.nbgrader:
        from deepclinic.cli.grade_class import grade_class  # imports nbgrader, which takes seconds

        return grade_class(arguments)
    if any(path.suffix == ".html" for path in arguments.paths):
        return _verify(arguments, language)
    submissions = submissions_in(arguments.paths, arguments.exercise)
    check_targets(arguments)
    quiet = arguments.json == "-"
    jobs = min(arguments.jobs, len(submissions))
    errors = Console(stderr=True)
    made = Grader(
        seed=arguments.seed,
        jobs=jobs,
        allow_weak_isolation=arguments.allow_weak_isolation,
        on_first_use=lambda name, count: errors.print(f"First use of {name}: observing {count} known misconceptions …"),
    )
    with made as grader, Faces(arguments, language, grader.seed) as faces:
        _grade(grader, submissions, errors, faces)
        faces.finish()
        reports = faces.reports
    if not quiet:
        _show(reports, grader.seed, language)
    return exit_status(reports)


def _verify(arguments: Namespace, language: str) -> int:
    """A certificate names the files that are graded."""
    if len(arguments.paths) > 1 or arguments.json or arguments.html or arguments.csv or arguments.exercise:
        raise DeepclinicError("A certificate is verified alone: `deepclinic grade certificate.html`.")
    from deepclinic.cli.certificate import verify

    return verify(arguments.paths[0], arguments.seed, language, arguments.allow_weak_isolation)


def _grade(grader: Grader, submissions: Sequence[Submission], errors: Console, faces: Faces) -> None:
    columns = TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("", total=len(submissions))
        for found in grader.grade_all(submissions):
            for report in found:
                faces.take(report)
            progress.advance(task)


def _show(reports: Sequence[Report], seed: int, language: str) -> None:
    console = make_console()
    if len(reports) == 1:
        print_report(reports[0], language, console)
    else:
        print_class(reports, language, console)
    console.print(f"seed {seed}: the same verdict again with --seed {seed}", style="dim")


def _usage(arguments: Namespace) -> None:
    """Options that do not go together."""
    only = {"--student": arguments.student, "--again": arguments.again, "--scheduler": arguments.scheduler,
            "--executor dask": arguments.executor == "dask"}  # fmt: skip
    if arguments.nbgrader and arguments.paths:
        raise DeepclinicError("Either --nbgrader ASSIGNMENT or paths: an assignment's notebooks are found by its name.")
    if not arguments.nbgrader and not arguments.paths:
        raise DeepclinicError("What is to be graded? Name files or folders, or an assignment: --nbgrader ASSIGNMENT")
    for option in (name for name, given in only.items() if given and not arguments.nbgrader):
        raise DeepclinicError(f"{option} needs --nbgrader ASSIGNMENT.")
    if (arguments.executor == "dask") != bool(arguments.scheduler):
        raise DeepclinicError("--executor dask and --scheduler ADDRESS go together.")
