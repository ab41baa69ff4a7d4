"""Before a class is graded: do the references earn full marks in the environment as it is?"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from deepclinic.course import solutions
from deepclinic.errors import DeepclinicError
from deepclinic.grading.grader import Grader
from deepclinic.grading.intake import HandedIn
from deepclinic.grading.submissions import Submission
from deepclinic.report.model import Report
from deepclinic.report.summary import first_failure
from deepclinic.text import Text


class ReferenceFailed(DeepclinicError):
    """A reference does not earn full marks here, so no verdict that were given here could be trusted."""

    exit_status = 3


def make_sure(grader: Grader, exercises: Sequence[str]) -> None:
    """Grade the reference of each exercise as if it had been handed in, from its reading to its points.

    Raises:
        ReferenceFailed: one does not earn full marks; it names the check and what happened.
    """
    if not exercises:
        return

    def graded(name: str) -> Report:
        path = solutions.reference_path(name)
        return grader.grade_file(Submission(path), HandedIn(path.read_bytes(), "py"), name).report

    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(graded, exercises))
    for report in reports:
        if not report.full_marks:
            raise ReferenceFailed(_reason(report))


def _reason(report: Report) -> Text:
    name = report.exercise
    failed = first_failure(report)
    happened = report.reason if report.reason.en else failed.message if failed else Text("")
    where = failed.title if failed else Text("")
    en = f"Nothing was graded: the reference solution of {name} earns {report.points:g} of {report.max_points:g} points"
    ko = f"채점하지 않았습니다. {name} 모범 답안이 {report.max_points:g}점 중 {report.points:g}점을 받습니다"
    return Text(
        f"{en} in this environment. {where.en}: {happened.en}\n"
        f"No student's points can be trusted here. `deepclinic dev check {name}` shows more; often the versions of "
        "Keras and TensorFlow are to blame, a machine that is too busy, or too little memory.",
        f"{ko}. {where.to('ko')}: {happened.to('ko')}\n"
        f"이 환경의 점수는 믿을 수 없습니다. `deepclinic dev check {name}` 명령으로 자세히 볼 수 있습니다. 흔한 원인은 "
        "Keras와 TensorFlow의 버전, 과부하, 메모리 부족입니다.",
    )
