"""What a class has shown: made from the reports kept beside the autograded notebooks and from the gradebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry

from deepclinic.classroom.kept import reports_in
from deepclinic.course.catalog import catalog
from deepclinic.report.model import Report
from deepclinic.report.safe import clean
from deepclinic.report.summary import ExerciseSummary, summarise
from deepclinic.text import Text, placed


@dataclass(frozen=True)
class LookAt:
    """Something of one student's that a person should look at, and why."""

    student: str
    exercise: str
    why: Text


@dataclass(frozen=True)
class ClassSummary:
    """One assignment of a class. `exercises`: points, misconceptions by frequency and failure rates, by exercise."""

    assignment: str
    reports: tuple[Report, ...]
    exercises: tuple[ExerciseSummary, ...]
    look_at: tuple[LookAt, ...]
    to_grade: int
    """Answers in the gradebook that wait for a person."""
    without_notebook: tuple[str, ...]
    """Students in whose folder there is no notebook at all: nbgrader passes them over."""


def class_summary(course: Path, assignment: str) -> ClassSummary:
    """Sum up an assignment of the course in the folder `course`, as far as it has been graded."""
    order = [exercise.name for exercise in catalog().exercises]
    kept = reports_in(course / "autograded", assignment)
    reports = tuple(sorted(kept, key=lambda report: order.index(report.exercise) if report.exercise in order else -1))
    return ClassSummary(
        assignment,
        reports,
        summarise(reports),
        tuple(look_at(reports)),
        _to_grade(course, assignment),
        tuple(sorted(_without_notebook(course / "submitted", assignment))),
    )


def look_at(reports: Iterable[Report]) -> Iterable[LookAt]:
    """What of these reports a person should look at, and why: one entry for each reason."""
    for report in reports:
        student = report.student or report.submission
        if report.outcome != "graded":
            yield LookAt(student, report.exercise, report.reason)
        elif report.needs_person:
            yield LookAt(
                student, report.exercise, Text("The grader failed in a check.", "검사 중 채점기 오류가 있었습니다.")
            )
        if report.not_from_scratch:
            used = ", ".join(report.not_from_scratch)
            why = Text(f"Not built from scratch: {used}", f"직접 구현하지 않음: {placed(used, 'ko')}")
            yield LookAt(student, report.exercise, why)
        stopped = [check.title for check in report.checks if check.outcome == "stopped"]
        if stopped:
            yield LookAt(
                student,
                report.exercise,
                Text(f"Stopped: {stopped[0].en} ({len(stopped)})", f"중단됨: {stopped[0].to('ko')} ({len(stopped)})"),
            )
        for note in report.notes:
            yield LookAt(student, report.exercise, note)


def look_at_lines(summary: ClassSummary, language: str = "en") -> list[str]:
    """The list for a terminal, one line each."""
    lines = lines_of(summary.look_at, language)
    for student in summary.without_notebook:
        nothing = Text("handed in no notebook", "노트북을 제출하지 않았습니다")
        lines.append(f"{clean(student)}: {nothing.to(language)}")
    if summary.to_grade:
        waiting = Text("{count} answers wait for you in Formgrader", "Formgrader에서 채점할 답안 {count}개")
        lines.append(waiting.format(count=summary.to_grade).to(language))
    return lines


def lines_of(entries: Iterable[LookAt], language: str) -> list[str]:
    """One line for each entry; what a student chose is made safe to print."""
    return [f"{clean(e.student)}, {e.exercise}: {clean(e.why.to(language))}" for e in entries]


def _to_grade(course: Path, assignment: str) -> int:
    database = course / "gradebook.db"
    if not database.is_file():
        return 0
    with Gradebook(f"sqlite:///{database.resolve()}") as gradebook:
        try:
            submissions = gradebook.find_assignment(assignment).submissions
        except MissingEntry:
            return 0
        notebooks = [notebook for submission in submissions for notebook in submission.notebooks]
        return sum(grade.needs_manual_grade for notebook in notebooks for grade in notebook.grades)


def _without_notebook(submitted: Path, assignment: str) -> Iterable[str]:
    for folder in submitted.glob(f"*/{assignment}"):
        if not any(path.suffix.lower() == ".ipynb" for path in folder.iterdir()):
            yield folder.parent.name
