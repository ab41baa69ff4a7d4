"""`deepclinic certificate` writes one; `deepclinic grade certificate.html` verifies it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from rich.console import Console

from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.files import write_whole
from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.report.model import Report
from deepclinic.report.safe import PARAGRAPH, clean
from deepclinic.report.summary import first_failure
from deepclinic.report.terminal import make_console
from deepclinic.selfstudy.certificate import Passed, digest, read, write
from deepclinic.selfstudy.trouble import need_libraries
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text


def certificate(arguments: Namespace) -> int:
    """Grade again what passed, and write the page. Exit status 1: something that had passed does not any more."""
    need_libraries()
    workspace = Workspace.find()
    language = arguments.language or workspace.language
    infos = [info for info in catalog().exercises if workspace.progress(info)["passed"]]
    if not infos:
        raise DeepclinicError(
            Text("No exercise has passed yet: there is nothing to certify.", "아직 통과한 연습 문제가 없습니다.")
        )
    files = [workspace.file(info) for info in infos]
    digests = [digest(path) for path in files]
    console = make_console()
    with Grader(seed=_seed(), jobs=2, allow_weak_isolation=True) as grader:
        reports = _grade(grader, infos, files)
    passed = []
    for info, path, sha256, report in zip(infos, files, digests, reports, strict=True):
        why = "" if report.full_marks else f"  {clean(_why_not(report).to(language), PARAGRAPH)}"
        _line(console, info, report.full_marks, _points(report) + why)
        if report.full_marks:
            kept, name = workspace.progress(info), path.relative_to(workspace.root).as_posix()
            passed.append(
                Passed(info.name, name, sha256, report.points, report.max_points, kept["passed"], kept["tries"])
            )
    if not passed or any(report.outcome == "grader_fault" for report in reports):
        console.print(_NOT_WRITTEN.to(language), soft_wrap=True)
        return 3 if any(report.outcome == "grader_fault" for report in reports) else 1
    target = workspace.root / "certificate.html"
    write_whole(target, write(arguments.name or "", grader.seed, passed, language))
    console.print(Text(f"Wrote {target}.", f"{target} 파일을 썼습니다.").to(language), soft_wrap=True)
    return 0 if len(passed) == len(infos) else 1


def verify(path: Path, seed: int | None, language: str, allow_weak_isolation: bool) -> int:
    """Grade the files that a certificate names, which lie beside it. Exit status 0: all that it states is so."""
    stated = read(path)
    known = {info.name: info for info in catalog().exercises}
    console = make_console()
    files = [path.parent / one.file for one in stated.passed]
    here = [file.is_file() and not file.is_symlink() for file in files]
    with Grader(_seed() if seed is None else seed, 2, allow_weak_isolation=allow_weak_isolation) as grader:
        reports = _grade(
            grader,
            [known[one.exercise] for one, found in zip(stated.passed, here, strict=True) if found],
            [file for file, found in zip(files, here, strict=True) if found],
        )
    holds = []
    remaining = iter(reports)
    for one, file, found in zip(stated.passed, files, here, strict=True):
        report = next(remaining) if found else None
        same = report is not None and digest(file) == one.sha256
        holds.append(same and report is not None and report.full_marks)
        _line(console, known[one.exercise], holds[-1], _finding(report, same, one.file).to(language))
    everything = bool(holds) and all(holds)
    verdict = (
        Text(f"The certificate holds (seed {grader.seed}).", f"확인서가 맞습니다 (시드 {grader.seed}).")
        if everything
        else Text("The certificate does not hold as it stands.", "확인서가 지금의 파일과 맞지 않습니다.")
    )
    console.print(verdict.to(language), style="bold")
    return 0 if everything else 1


def _finding(report: Report | None, same: bool, name: str) -> Text:
    if report is None:
        return Text(f"{name} is not there", f"{name} 파일이 없음")
    if not same:
        return Text(
            f"{name} has changed since; it earns {_points(report)}", f"{name} 파일이 바뀜. 지금 점수 {_points(report)}"
        )
    return Text(f"{name} is unchanged, {_points(report)}", f"{name} 그대로, {_points(report)}")


def _grade(grader: Grader, infos: list[ExerciseInfo], files: list[Path]) -> list[Report]:
    tasks = [Submission(p, exercises=(i.name,), own_folder=True) for i, p in zip(infos, files, strict=True)]
    return [reports[0] for reports in grader.grade_all(tasks)]


def _seed() -> int | None:
    """A fresh one; a students' build can only grade with the published one."""
    return None if solutions.has_solutions() else PUBLISHED_SEED


def _why_not(report: Report) -> Text:
    first = first_failure(report)
    return first.title if first and not report.reason.en else report.reason


def _points(report: Report) -> str:
    return f"{report.points:g}/{report.max_points:g}"


def _line(console: Console, info: ExerciseInfo, good: bool, said: str) -> None:
    good_mark, bad_mark = ("+", "x") if console.options.ascii_only else ("✓", "✗")
    console.print(f"{good_mark if good else bad_mark} {info.name:<24} {said}", soft_wrap=True)


_NOT_WRITTEN = Text(
    "No certificate was written; one that was there is as it was.",
    "확인서를 쓰지 않았습니다. 이미 있던 확인서는 그대로입니다.",
)
