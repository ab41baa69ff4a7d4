"""One submission, one verdict: through `check`, `grade`, the notebook's `check()` and nbgrader.

Checks, points and misconception are compared; places in messages may differ, since a notebook has cells and a file has
lines. All on the published seed, by one grader, except for nbgrader's own command, which starts its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from nbgrader.api import Gradebook

from deepclinic.classroom import kept
from deepclinic.classroom.engine import Engine, Job, Settings
from deepclinic.classroom.init import init
from deepclinic.cli import main
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.course.notebook import dumps, student_notebook
from deepclinic.grading import PUBLISHED_SEED
from deepclinic.report.json_face import from_json
from deepclinic.report.model import Report
from deepclinic.report.notebook import NotFullMarks
from deepclinic.selfstudy import notebook as in_notebook

pytestmark = [pytest.mark.slow, pytest.mark.all_cores]

UNIT, NBGRADERS_OWN = "3_over_fitting", "map_estimation"
"""What goes through nbgrader's own command."""
WHOLE = ("map_estimation", "validation")
"""Exercises of which every alternative and every misconception is compared."""
REST = [info.name for info in catalog().exercises if info.name not in WHOLE]

Verdict = tuple[object, ...]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """nbgrader's engine; its grader serves the other three ways in."""
    started = Engine(Settings(tmp_path_factory.mktemp("verdicts"), seed=PUBLISHED_SEED, jobs=2))
    yield started
    started.close()


def verdict(report: Report) -> Verdict:
    named = report.misconception.id if report.misconception else None
    checks = tuple((check.id, check.outcome, check.points) for check in report.checks)
    return (report.outcome, report.points, named, report.not_from_scratch, checks)


def handed_in(folder: Path, name: str, sources: Mapping[str, str]) -> dict[str, Path]:
    """Each source in a folder of its own, as `<exercise>.py` and, in the student's notebook, as `<exercise>.ipynb`."""
    made = {}
    for label, source in sources.items():
        place = folder / name / label
        place.mkdir(parents=True)
        (place / f"{name}.py").write_text(source, encoding="utf-8")
        (place / f"{name}.ipynb").write_text(notebook_with(name, source), encoding="utf-8")
        made[label] = place
    return made


def notebook_with(name: str, source: str) -> str:
    notebook = student_notebook(name)
    next(cell for cell in notebook.cells if cell.id == f"{name}-solution").source = source
    return dumps(notebook)


def known_solutions(name: str) -> dict[str, str]:
    right = {f"alternative_{found.id}": found.source for found in solutions.alternatives(name)}
    return {**right, **{found.id: found.source for found in solutions.misconceptions(name)}}


@pytest.fixture
def one_grader(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Every way in uses the engine's grader in the place of one of its own, and prints nothing."""
    for place in ("deepclinic.grading.Grader", "deepclinic.cli.grade.Grader"):
        monkeypatch.setattr(place, lambda *_, **__: nullcontext(engine._grader))
    monkeypatch.setattr(in_notebook, "_grader", lambda language: engine._grader)
    yield engine


def by_check(files: Sequence[Path], monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    reports: list[Report] = []
    monkeypatch.setattr("deepclinic.cli.study.print_report", lambda report, *_: reports.append(report))
    for file in files:
        main(["check", str(file)])
    return reports


def by_grade(files: Sequence[Path], out: Path) -> list[Report]:
    main(["grade", *map(str, files), "--seed", str(PUBLISHED_SEED), "--json", str(out)])
    return list(from_json(out.read_text("utf-8")))


def by_notebook(name: str, files: Sequence[Path], monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """What `exercise(name).check()` says after every code cell of the notebook was run, in order."""
    history = SimpleNamespace(input_hist_raw=[])
    shell = SimpleNamespace(history_manager=history)
    shown = SimpleNamespace(display=lambda view: None)
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell, display=shown))
    reports = []
    for file in files:
        cells = nbformat.read(file, as_version=4).cells
        history.input_hist_raw = ["", *(cell.source for cell in cells if cell.cell_type == "code")]
        try:
            reports.append(in_notebook.exercise(name).check().report)
        except NotFullMarks as short:
            reports.append(short.report)
    return reports


def by_nbgraders_engine(engine: Engine, name: str, files: Sequence[Path]) -> list[Report]:
    jobs = [Job(file, name, student=file.parent.name) for file in files]
    engine.ahead(jobs)
    return [engine.grade(job) for job in jobs]


def assert_equal_verdicts(engine: Engine, name: str, folder: Path, sources, monkeypatch) -> dict[str, Verdict]:
    places = handed_in(folder, name, sources)
    scripts = [place / f"{name}.py" for place in places.values()]
    notebooks = [place / f"{name}.ipynb" for place in places.values()]
    with ThreadPoolExecutor(2) as both:
        checked = both.submit(by_check, scripts, monkeypatch)
        in_cells = both.submit(by_notebook, name, notebooks, monkeypatch)
        ways = {"check": checked.result(), "notebook": in_cells.result()}
    ways["grade"] = by_grade(scripts, folder / "reports.json")
    ways["nbgrader"] = by_nbgraders_engine(engine, name, notebooks)
    verdicts = {way: dict(zip(places, map(verdict, reports), strict=True)) for way, reports in ways.items()}
    for way in ways:
        assert verdicts[way] == verdicts["grade"], way
    return verdicts["grade"]


@pytest.mark.parametrize("name", WHOLE)
def test_every_alternative_and_misconception_gets_one_verdict(one_grader, name, tmp_path, monkeypatch):
    verdicts = assert_equal_verdicts(one_grader, name, tmp_path, known_solutions(name), monkeypatch)
    for label, (_, points, named, *_) in verdicts.items():
        right = label.startswith("alternative_")
        assert named == (None if right else label)
        assert (points == catalog().exercise(name).max_points) == right


@pytest.mark.parametrize("name", REST)
def test_a_right_and_a_wrong_solution_of_every_exercise_get_one_verdict(one_grader, name, tmp_path, monkeypatch):
    right, wrong = solutions.alternatives(name)[0], solutions.misconceptions(name)[0]
    sample = {"right": right.source, "wrong": wrong.source}
    verdicts = assert_equal_verdicts(one_grader, name, tmp_path, sample, monkeypatch)
    assert [verdict[2] for verdict in verdicts.values()] == [None, wrong.id]


def test_nbgraders_own_command_gives_a_whole_class_the_same_verdicts(one_grader, tmp_path):
    """`nbgrader autograde` over one student for every known solution, and what stands in the gradebook."""
    course = tmp_path / "course"
    init(course, exercises=[NBGRADERS_OWN])
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.GradeExercises.seed = {PUBLISHED_SEED}\n")
    _nbgrader(course, "generate_assignment", UNIT)
    places = handed_in(tmp_path, NBGRADERS_OWN, known_solutions(NBGRADERS_OWN))
    for label, place in places.items():
        submitted = course / "submitted" / label / UNIT
        submitted.mkdir(parents=True)
        (submitted / f"{NBGRADERS_OWN}.ipynb").write_bytes((place / f"{NBGRADERS_OWN}.ipynb").read_bytes())
    _nbgrader(course, "autograde", UNIT)
    mine = by_grade([place / f"{NBGRADERS_OWN}.py" for place in places.values()], tmp_path / "reports.json")
    expected = dict(zip(places, map(verdict, mine), strict=True))
    theirs = {str(report.student): report for report in kept.reports_in(course / "autograded", UNIT)}
    assert {student: verdict(report) for student, report in theirs.items()} == expected
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        for student, (_, points, *_) in expected.items():
            grade = gradebook.find_grade(f"{NBGRADERS_OWN}-check", NBGRADERS_OWN, UNIT, student)
            assert (grade.auto_score, grade.needs_manual_grade) == (points, False), student


def _nbgrader(course: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments], cwd=course, env={**os.environ, "JUPYTER_NO_CONFIG": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-5000:]
