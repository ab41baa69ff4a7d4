"""`deepclinic grade --nbgrader ASSIGNMENT`: a whole class at once, on this machine or on a cluster."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from deepclinic.classroom.course_folder import CourseFolder
from deepclinic.classroom.engine import Job
from deepclinic.classroom.summary import lines_of
from deepclinic.cli.faces import Faces, check_targets
from deepclinic.cli.study import exit_status
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading.batch import BatchGrader
from deepclinic.grading.whole_class import ClassGrader, Task
from deepclinic.report.attention import look_at
from deepclinic.report.model import Report
from deepclinic.report.terminal import make_console
from deepclinic.report.terminal_class import print_class
from deepclinic.text import Text

Take = Callable[[Iterator[tuple[Task, Report]]], None]

BATCH = 4
"""Tasks sent to a cluster at a time: few, since all of a batch is lost with the machine that works on it."""


def grade_class(arguments: Namespace) -> int:
    """Grade an assignment of the course here. Exit status as of `deepclinic grade`."""
    course = CourseFolder.open(Path.cwd(), arguments.nbgrader, arguments.student)
    check_targets(arguments)
    language = arguments.language or course.language
    wanted = catalog().exercise(arguments.exercise).name if arguments.exercise else None
    jobs = [job for job in course.jobs if wanted in (None, job.exercise)]
    settings = course.settings if arguments.seed is None else replace(course.settings, seed=arguments.seed)
    weak = settings.allow_weak_isolation or arguments.allow_weak_isolation
    grader = ClassGrader(settings.verdicts(), settings.limits, weak, arguments.again)
    expected = [(job.student, job.exercise) for job in jobs]
    with Faces(arguments, language, grader.verdicts.seed, expected) as faces:
        _grade(grader, jobs, arguments, faces)
        faces.finish()
        reports = faces.reports
    if arguments.json != "-":
        _show(reports, arguments.nbgrader, language)
    return exit_status(reports)


def _grade(grader: ClassGrader, jobs: Sequence[Job], arguments: Namespace, faces: Faces) -> None:
    errors = make_console(stderr=True)
    tasks = [Task(job.submission, job.exercise, job.path is not None, place) for place, job in enumerate(jobs)]
    done = 0
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, TimeRemainingColumn(), console=errors, disable=not errors.is_terminal) as progress:
        bar = progress.add_task("grading", total=len(jobs))

        def take(graded: Iterator[tuple[Task, Report]]) -> None:
            nonlocal done
            for task, report in graded:
                faces.take(replace(report, notes=(*jobs[task.place].notes, *report.notes)), task.place)
                done += 1
                progress.advance(bar)

        take(grader.kept(tasks))
        if grader.open:
            progress.update(bar, description=f"grading ({done} kept)")
            work = _on_cluster if arguments.executor == "dask" else _here
            try:
                work(grader, arguments, take, errors)
            except KeyboardInterrupt:
                errors.print(f"Interrupted: {done} of {len(jobs)} verdicts are kept; the same command goes on.")
                raise


def _here(grader: ClassGrader, arguments: Namespace, take: Take, errors: Console) -> None:
    def first_use(name: str, count: int) -> None:
        errors.print(f"First use of {name}: observing {count} known misconceptions …")

    # Left in this order: when interrupted, the workers end at once, and with them what the threads wait for.
    with ThreadPoolExecutor(arguments.jobs) as pool, BatchGrader(first_use) as work:
        take(grader.rest(pool, work, at_once=2 * arguments.jobs))


def _on_cluster(grader: ClassGrader, arguments: Namespace, take: Take, errors: Console) -> None:
    from deepclinic.grading.cluster import DaskExecutor

    with DaskExecutor(arguments.scheduler) as cluster:
        if not cluster.threads:
            raise DeepclinicError(f"The Dask cluster at {arguments.scheduler} has no workers. Start some first.")
        take(grader.rest(cluster.executor, batch_size=BATCH, at_once=2 * cluster.threads))


def _show(reports: Sequence[Report], assignment: str, language: str) -> None:
    console = make_console()
    print_class(reports, language, console)
    lines = lines_of(look_at(reports), language)
    if lines:
        console.print(Text("For a person to look at", "사람이 살펴볼 것").to(language), style="bold")
        for line in lines:
            console.print(f"  {line}")
    after = Text(
        "The verdicts are kept. Into the gradebook with: nbgrader autograde {name} (add --force to do it again)",
        "결과를 보관했습니다. 성적표에 넣기: nbgrader autograde {name} (다시 하려면 --force)",
    )
    console.print(after.format(name=assignment).to(language), style="dim", soft_wrap=True)
