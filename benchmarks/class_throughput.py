"""How long a class takes: graded ahead and picked up by `nbgrader autograde`, beside stock nbgrader with its own tests.

    python benchmarks/class_throughput.py                          60 notebooks of relu, some 20 minutes on two cores
    python benchmarks/class_throughput.py --bare --stock 6         notebooks without the lesson's own code

The same notebooks on both sides, right and wrong solutions in turn, no two alike. Stock nbgrader runs each in a kernel
of its own, one after the other (it has no workers), and its test cell does what ours stands for: it runs the exercise's
probes on the class that the notebook defines and judges what they saw against the reference's observation, which lies
in a file. It isolates nothing and names no misconception. Its time is linear in the number of notebooks: some of them
are timed (`--stock`), before and after each of ours, and what each took is scaled.

Ours is two commands, and both are counted: `deepclinic grade --nbgrader`, with one and with two workers, then
`nbgrader autograde`, which picks the verdicts up. The folder of kept observations is empty at the start, so that the
known misconceptions are observed too; with `--kept` that was done before, as for the second class of a university.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from deepclinic.classroom.init import init
from deepclinic.classroom.sample import without_docstring
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.grading import PUBLISHED_SEED, Grader, storage

SEED = 7
GOAL = 15.0
STOCK_CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\nc.ExecutePreprocessor.timeout = 600\n"
TEST_CELL = """\
from pathlib import Path
from types import ModuleType

import keras
from deepclinic.grading import storage
from deepclinic.judging.check import checks_of
from deepclinic.judging.judge import judge
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.probes import {exercise} as probes
from deepclinic.probes.lab import Lab

student = ModuleType("{exercise}")
vars(student).update({{name: globals()[name] for name in {defines!r}}})
seen = {{}}
for check in checks_of("{exercise}"):
    lab, error = Lab(student, {seed}, check.id), None
    try:
        getattr(probes, check.id)(lab)
    except Exception as raised:
        error = StudentError(type(raised).__name__, str(raised)[:500])
    seen[check.id] = ProbeObservation(lab.entries, lab.notes, error)
results = judge(checks_of("{exercise}"), Observation(seen), storage.load(Path({expected!r})))
wrong = [result.id for result in results if result.outcome != "pass"]
assert not wrong, f"failed: {{wrong}}"
"""


@dataclass(frozen=True)
class Timed:
    """One command: when each line of its output came, and when it ended. Seconds since its start."""

    lines: list[tuple[float, str]]
    seconds: float


def run(folder: Path, *arguments: str, cache: Path, accept: tuple[int, ...] = (0,)) -> Timed:
    """Run one Python command in a course folder."""
    environment = {**os.environ, "JUPYTER_NO_CONFIG": "1", "DEEPCLINIC_CACHE": str(cache), "PYTHONUNBUFFERED": "1"}
    environment |= {"TF_CPP_MIN_LOG_LEVEL": "3", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        lines = [(time.perf_counter() - started, line) for line in process.stdout or ()]
    if process.returncode not in accept:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}:\n{''.join(s for _, s in lines)}")
    return Timed(lines, time.perf_counter() - started)


def make_course(folder: Path, exercise: str, cache: Path, test_cell: str | None, bare: bool) -> str:
    """A course with one released assignment; with `test_cell` one of stock nbgrader's. Return the assignment's name."""
    (unit,) = init(folder, exercises=[exercise])
    path = folder / "source" / unit / f"{exercise}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = notebook["cells"]
    if bare:
        cells = [cell for cell in cells if cell["cell_type"] != "code" or cell["metadata"].get("nbgrader")]
    for cell in cells:
        if test_cell and cell["metadata"].get("nbgrader", {}).get("grade_id") == f"{exercise}-check":
            cell["source"] = test_cell
    path.write_text(json.dumps({**notebook, "cells": cells}), encoding="utf-8")
    if test_cell:
        (folder / "nbgrader_config.py").write_text(STOCK_CONFIG, encoding="utf-8")
    run(folder, "nbgrader", "generate_assignment", unit, cache=cache)
    return unit


def hand_in(folder: Path, unit: str, exercise: str, count: int) -> None:
    """Notebooks with right and wrong solutions in turn; a comment in each makes it the only one of its kind."""
    right = [without_docstring(solution.source) for solution in solutions.alternatives(exercise)]
    wrong = [without_docstring(solution.source) for solution in solutions.misconceptions(exercise)]
    released: dict[str, Any] = json.loads((folder / "release" / unit / f"{exercise}.ipynb").read_text(encoding="utf-8"))
    for number in range(count):
        kind = wrong if number % 2 else right
        for cell in released["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == f"{exercise}-solution":
                cell["source"] = f"{kind[number // 2 % len(kind)]}\n# {number}\n"
        path = folder / "submitted" / f"student_{number:03}" / unit / f"{exercise}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(released), encoding="utf-8")


def per_notebook(autograde: Timed, count: int) -> tuple[float, float]:
    """Seconds until the first notebook, and for each."""
    first = next(when for when, line in autograde.lines if "Copying" in line or "Autograding" in line)
    return first, (autograde.seconds - first) / count


def make_sure(folder: Path, unit: str, exercise: str, count: int) -> None:
    """Every notebook has been graded, and full marks were given to those that are right and to no other."""
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        for number in range(count):
            grade = gradebook.find_grade(f"{exercise}-check", exercise, unit, f"student_{number:03}")
            if grade.needs_manual_grade or (grade.auto_score == grade.max_score) == bool(number % 2):
                raise SystemExit(f"{folder.name}: notebook {number} got {grade.auto_score} of {grade.max_score} points")


def time_stock(work: Path, exercise: str, cache: Path, turn: int, arguments: argparse.Namespace) -> float:
    """Seconds that stock nbgrader takes for the whole class, as it is now."""
    expected = work / "reference.obs"
    info = catalog().exercise(exercise)
    with Grader(seed=SEED) as grader:
        storage.save(expected, grader.expected.reference(info, SEED))
    cell = TEST_CELL.format(exercise=exercise, defines=info.defines, seed=SEED, expected=str(expected))
    folder = work / f"stock-{turn}"
    unit = make_course(folder, exercise, cache, cell, arguments.bare)
    hand_in(folder, unit, exercise, arguments.stock)
    start, each = per_notebook(run(folder, "nbgrader", "autograde", unit, cache=cache), arguments.stock)
    make_sure(folder, unit, exercise, arguments.stock)
    whole = start + arguments.count * each
    print(
        f"stock nbgrader, one after the other: {arguments.stock} notebooks timed, start {start:.1f} s, "
        f"then {each:.2f} s each: {whole:.0f} s for {arguments.count}",
        flush=True,
    )
    return whole


def time_ours(work: Path, exercise: str, cache: Path, jobs: int, arguments: argparse.Namespace) -> float:
    """Seconds that ours takes for the whole class, with where they go."""
    folder, count = work / f"ours-{jobs}", arguments.count
    unit = make_course(folder, exercise, cache, None, arguments.bare)
    hand_in(folder, unit, exercise, count)
    began = time.time()
    command = ["deepclinic", "grade", "--nbgrader", unit, "--jobs", str(jobs), "--seed", str(SEED)]
    graded = run(folder, *command, "--json", "reports.json", cache=cache, accept=(1,))
    done = sorted(path.stat().st_mtime - began for path in folder.glob(f"verdicts/{unit}/*/*.verdict.json"))
    config = folder / "nbgrader_config.py"
    config.write_text(f"{config.read_text('utf-8')}\nc.GradeExercises.seed = {SEED}\n", encoding="utf-8")
    picked = run(folder, "nbgrader", "autograde", unit, cache=cache)
    make_sure(folder, unit, exercise, count)
    start, each = per_notebook(picked, count)
    reports = json.loads((folder / "reports.json").read_text(encoding="utf-8"))["reports"]
    whole = graded.seconds + picked.seconds
    print(
        f"deepclinic, {jobs} workers: {whole:.1f} s; grading {graded.seconds:.1f} (first verdict after {done[0]:.1f}, "
        f"{len(done)} verdicts in {done[-1]:.1f}, {sum(report['seconds'] for report in reports) / count:.2f} each from "
        f"the start of its observation), autograde {picked.seconds:.1f} (start {start:.1f}, then {each:.2f} each)",
        flush=True,
    )
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercise", nargs="?", default="relu")
    parser.add_argument("--count", type=int, default=60, help="notebooks (60)")
    parser.add_argument("--stock", type=int, default=6, help="so many are timed with stock nbgrader, each time (6)")
    parser.add_argument("--bare", action="store_true", help="leave out the code that the lesson itself brings")
    parser.add_argument("--kept", action="store_true", help="the known misconceptions have been observed before")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="workers (1 2)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deepclinic-class-") as name:
        work = Path(name)
        kept = work / "kept"
        os.environ["DEEPCLINIC_CACHE"] = str(kept)
        if arguments.kept:
            with Grader(seed=PUBLISHED_SEED) as grader:
                grader.expected.misconceptions(catalog().exercise(arguments.exercise))
        before = time_stock(work, arguments.exercise, kept, 0, arguments)
        for turn, jobs in enumerate(arguments.jobs, start=1):
            cache = work / f"cache-{jobs}"
            if arguments.kept:
                shutil.copytree(kept, cache)
            ours = time_ours(work, arguments.exercise, cache, jobs, arguments)
            after = time_stock(work, arguments.exercise, kept, turn, arguments)
            ratios = ", ".join(f"{stock / ours:.1f}" for stock in (before, after, (before + after) / 2))
            print(
                f"ratio with {jobs} workers on {os.cpu_count()} processors, to stock before, after, both: {ratios} "
                f"(goal: {GOAL:g} on two; load {os.getloadavg()[1]:.1f})",
                flush=True,
            )
            before = after


if __name__ == "__main__":
    main()
