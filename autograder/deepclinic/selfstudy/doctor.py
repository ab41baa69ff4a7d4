"""What works on this computer and what does not, tried out one thing after the other."""

from __future__ import annotations

import hashlib
import platform
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deepclinic import __version__, paths
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.selfstudy import trouble
from deepclinic.text import Text

OTHERS = ("nbgrader", "ipykernel", "jupyterlab", "watchfiles", "rich", "matplotlib")
"""Libraries of which the version helps to explain a trouble; JupyterLab is the student's own to install."""
OPTIONAL = ("jupyterlab",)
FOR_TEACHERS = ("nbgrader",)
"""Installed with the whole course, not with the students' build."""
TRIED = "relu"
"""The exercise whose reference is graded."""


@dataclass(frozen=True)
class Finding:
    """One line: `state` is "works", "weak" (it can be lived with) or "fails"; `cure` says what to do."""

    what: Text
    state: str
    detail: str = ""
    cure: Text = Text("")


def examine() -> Iterator[Finding]:
    """Try everything; each finding is yielded when it is known. The last steps take some seconds."""
    yield _python()
    yield from _libraries()
    yield from _data()
    if trouble.missing_libraries():
        return
    yield from _workers()


def _python() -> Finding:
    return Finding(
        Text("Python", "파이썬"),
        "works" if trouble.is_right_python() else "fails",
        f"{platform.python_version()} ({sys.executable}), deepclinic {__version__}, {platform.platform()}",
        Text("Use Python 3.11, 3.12 or 3.13.", "파이썬 3.11, 3.12, 3.13 중 하나를 쓰세요."),
    )


def _libraries() -> Iterator[Finding]:
    for name in (*trouble.LIBRARIES, *OTHERS):
        version = trouble.version_of(name)
        if not version and name in FOR_TEACHERS and not solutions.has_solutions():
            continue
        state = "works" if version else ("weak" if name in OPTIONAL else "fails")
        command = f"{sys.executable} -m pip install {name}"
        yield Finding(Text(name), state, version or "not installed", Text(f"Install it: {command}", f"설치: {command}"))


def _data() -> Iterator[Finding]:
    folder = paths.datasets_root()
    for file in sorted(folder.glob("*.toml")):
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
        data = folder / facts["file"]
        found = hashlib.sha256(data.read_bytes()).hexdigest() if data.is_file() else "missing"
        right = found == facts["sha256"]
        yield Finding(
            Text(f"data: {facts['file']}", f"데이터: {facts['file']}"),
            "works" if right else "fails",
            f"SHA-256 {found[:12]}…" + ("" if right else f", should be {facts['sha256'][:12]}…"),
            Text("Install deepclinic again.", "deepclinic을 다시 설치하세요."),
        )


def _workers() -> Iterator[Finding]:
    from deepclinic.grading import PUBLISHED_SEED, Grader

    with Grader(seed=PUBLISHED_SEED, allow_weak_isolation=True) as grader:
        loading = Text("Keras loads, and a worker runs", "Keras를 불러오고 워커를 실행")
        try:
            grader.workers.start()
        except DeepclinicError as error:
            yield Finding(loading, "fails", str(error))
            return
        yield Finding(loading, "works")
        for mechanism in grader.workers.selftest():
            yield Finding(
                Text(f"isolation, {mechanism.name}", f"격리, {mechanism.name}"),
                "works" if mechanism.works else "weak",
                "" if mechanism.works else mechanism.detail,
                Text(
                    "Your own code is checked all the same; for grading others' use Linux 5.13 or later.",
                    "자기 코드 검사는 됩니다. 다른 사람의 코드를 채점하려면 리눅스 5.13 이상을 쓰세요.",
                ),
            )
        yield from _graded(grader)


def _graded(grader) -> Iterator[Finding]:
    from deepclinic.grading import Submission

    what = Text(f"the reference of {TRIED} gets full marks", f"{TRIED} 모범 답안이 만점")
    path = solutions.reference_path(TRIED) if solutions.has_solutions() else None
    if path is None:
        kept = grader.expected.reference(catalog().exercise(TRIED), grader.seed)
        yield Finding(Text("expected observations", "기대 관찰값"), "works", f"{len(kept.probes)} probes of {TRIED}")
        return
    report = grader.grade(Submission(Path(path), exercises=(TRIED,)))[0]
    lost = ", ".join(check.id for check in report.checks if check.outcome != "pass")
    cure = Text(
        "Install the versions that deepclinic asks for: pip install --force-reinstall deepclinic",
        "deepclinic이 요구하는 버전을 설치하세요: pip install --force-reinstall deepclinic",
    )
    points = f"{report.points:g}/{report.max_points:g} points in {report.seconds:.1f} s"
    yield Finding(what, "works" if report.full_marks else "fails", points + (f", lost: {lost}" if lost else ""), cure)
