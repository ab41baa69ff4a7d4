"""What of many reports a person should look at, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from deepclinic.report.model import Report
from deepclinic.text import Text, placed

Kind = Literal["grader_fault", "unreadable", "ready_made", "stopped", "note"]
KINDS: dict[Kind, Text] = {
    "grader_fault": Text("Left for you to grade", "직접 채점할 것"),
    "ready_made": Text("Not built from scratch", "직접 구현하지 않은 것"),
    "unreadable": Text("Nothing there that could be graded", "채점할 것이 없는 제출물"),
    "stopped": Text("Stopped at a limit", "제한에 걸려 중단된 것"),
    "note": Text("The grader had to choose", "채점기가 골라야 했던 것"),
}
"""In the order in which they matter."""


@dataclass(frozen=True)
class LookAt:
    """Something of one student's that a person should look at, and why."""

    student: str
    exercise: str
    why: Text
    kind: Kind = "note"


def look_at(reports: Iterable[Report]) -> Iterator[LookAt]:
    """What of these reports a person should look at: one entry for each reason."""
    for report in reports:
        student = report.student or report.submission
        for kind, why in _reasons(report):
            yield LookAt(student, report.exercise, why, kind)


def _reasons(report: Report) -> Iterator[tuple[Kind, Text]]:
    if report.outcome != "graded":
        yield ("grader_fault" if report.outcome == "grader_fault" else "unreadable"), report.reason
    elif report.needs_person:
        yield "grader_fault", Text("The grader failed in a check.", "검사 중 채점기 오류가 있었습니다.")
    if report.not_from_scratch:
        used = ", ".join(report.not_from_scratch)
        yield "ready_made", Text(f"Not built from scratch: {used}", f"직접 구현하지 않음: {placed(used, 'ko')}")
    stopped = [check.title for check in report.checks if check.outcome == "stopped"]
    if stopped:
        first, many = stopped[0], len(stopped)
        yield "stopped", Text(f"Stopped: {first.en} ({many})", f"중단됨: {first.to('ko')} ({many})")
    for note in report.notes:
        yield "note", note
