"""One submission, one verdict: `deepclinic check`, `deepclinic grade`, a notebook's `check()` and nbgrader agree.

All four read the same file or cells with their own code; they share one grader here, with the published seed, so that
Keras is imported once. What nbgrader itself adds is tested with its own commands in `classroom/test_end_to_end.py`.
"""

from __future__ import annotations

import contextlib
import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

import deepclinic.cli.grade
import deepclinic.cli.study
import deepclinic.grading
from deepclinic.classroom.engine import Engine, Job, Settings
from deepclinic.course.catalog import catalog
from deepclinic.course.notebook import dumps, student_notebook
from deepclinic.course.solutions import alternatives, misconceptions
from deepclinic.grading import PUBLISHED_SEED, Grader
from deepclinic.report.model import Report
from deepclinic.report.notebook import NotFullMarks
from deepclinic.selfstudy import notebook

pytestmark = pytest.mark.slow

IN_FULL = ("relu", "map_estimation")
SAMPLE = [info.name for info in catalog().exercises if info.name not in IN_FULL]
COSTLY = {"deep_network"}
"""Its right solutions train a deep network each time: a wrong one that never gets to training stands for it."""


def _cases() -> Iterator[tuple[str, str, Path]]:
    for name in IN_FULL:
        yield from ((name, s.id, s.path) for s in (*alternatives(name), *misconceptions(name)))
    for name in SAMPLE:
        right, wrong = alternatives(name), misconceptions(name)
        chosen = [wrong[len(wrong) // 2]] if name in COSTLY else [right[0], wrong[len(wrong) // 2]]
        yield from ((name, solution.id, solution.path) for solution in chosen)


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Grader(seed=PUBLISHED_SEED, jobs=2) as started:
        yield started


@pytest.fixture
def everywhere(grader, monkeypatch) -> Iterator[Engine]:
    """Every way in uses the one grader; yields nbgrader's."""

    def shared(seed: int | None = None, **settings: object) -> contextlib.AbstractContextManager[Grader]:
        assert seed == PUBLISHED_SEED
        return contextlib.nullcontext(grader)

    monkeypatch.setattr(deepclinic.grading, "Grader", shared)
    monkeypatch.setattr(deepclinic.cli.grade, "Grader", shared)
    monkeypatch.setattr(notebook, "_grader", lambda: grader)
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    monkeypatch.setattr(Settings, "start", lambda settings, on_first_use=None: grader)
    engine = Engine(Settings(seed=PUBLISHED_SEED))
    yield engine
    engine.wake()
    engine._pool.shutdown()


CASES = list(_cases())


@pytest.mark.parametrize(("exercise", "solution", "path"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES])
def test_every_way_in_gives_the_same_verdict(everywhere, monkeypatch, tmp_path, exercise, solution, path):
    source = path.read_text(encoding="utf-8")
    file = tmp_path / f"{exercise}.py"
    file.write_text(source, encoding="utf-8")
    verdicts = {
        "check": _check(file, monkeypatch),
        "grade": _grade(file, tmp_path / "reports.json"),
        "notebook": _notebook(exercise, source, monkeypatch),
        "nbgrader": _verdict(everywhere.grade(Job(_handed_in(exercise, source, tmp_path), exercise, "a student"))),
    }
    assert verdicts == dict.fromkeys(verdicts, verdicts["check"])
    right = path.parent.name == "alternatives"
    assert verdicts["check"]["misconception"] == (None if right else solution)
    assert (verdicts["check"]["points"] == catalog().exercise(exercise).max_points) == right


def _check(file: Path, monkeypatch: pytest.MonkeyPatch) -> dict:
    shown: list[Report] = []
    monkeypatch.setattr(deepclinic.cli.study, "print_report", lambda report, *settings: shown.append(report))
    deepclinic.cli.study.check(Namespace(target=str(file), language=None))
    (report,) = shown
    return _verdict(report)


def _grade(file: Path, json_file: Path) -> dict:
    deepclinic.cli.grade.grade(
        Namespace(
            paths=[file], exercise=None, seed=PUBLISHED_SEED, jobs=1, language=None, json=json_file, html=None,
            csv=None, allow_weak_isolation=False,
        )
    )  # fmt: skip
    (report,) = json.loads(json_file.read_text(encoding="utf-8"))["reports"]
    idea = report["misconception"]
    return {
        "points": report["points"],
        "checks": [(check["id"], check["outcome"], check["points"]) for check in report["checks"]],
        "misconception": idea["id"] if idea else None,
    }


def _notebook(exercise: str, source: str, monkeypatch: pytest.MonkeyPatch) -> dict:
    cells = [{"source": text, "grade_id": None} for text in (source, f'exercise("{exercise}").check()')]
    monkeypatch.setattr(notebook, "_cells_that_were_run", lambda: cells)
    try:
        return _verdict(notebook.exercise(exercise).check().report)
    except NotFullMarks as shown:
        return _verdict(shown.report)


def _handed_in(exercise: str, source: str, folder: Path) -> Path:
    """The student's notebook with the solution in its marked cell, alone in a folder."""
    handed_in = student_notebook(exercise)
    cell = next(c for c in handed_in.cells if c.metadata.get("nbgrader", {}).get("grade_id") == f"{exercise}-solution")
    cell.source = source
    path = folder / "submitted" / f"{exercise}.ipynb"
    path.parent.mkdir()
    path.write_text(dumps(handed_in), encoding="utf-8")
    return path


def _verdict(report: Report) -> dict:
    return {
        "points": report.points,
        "checks": [(check.id, check.outcome, check.points) for check in report.checks],
        "misconception": report.misconception.id if report.misconception else None,
    }
