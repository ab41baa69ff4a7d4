"""What the engine costs beyond the probes: processor seconds for each submission, beside the same probes run bare.

    python benchmarks/engine_cpu.py                       five exercises, some minutes
    python benchmarks/engine_cpu.py relu dropout -n 20    some, with so many submissions of each

Engine: everything that `deepclinic grade` spends on a submission once Keras is imported, user and system: the worker
that reads the file, the one that observes, the processes that watch them, the parent that forks them, and the judge
with its search for a misconception. Bare: one process that has imported Keras under the same settings, loads the same
solutions one after the other and runs the same probes, without isolation, judgement or reading. Both sides get right
and wrong solutions in turn and see each once; what only the first of many costs counts on both sides.

Between the two, the same probes run just as bare, but each solution in a fresh fork of a process that has imported
Keras: what lies between this and bare is the price of a fresh process (whatever TensorFlow, Keras and Python do for the
first time, and the memory that a fork copies), what lies between this and the worker that observes is the sandbox and
the guard around the probes. The processes that watch end after they have told their time: their own end is left out.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.isolation import Limits, Run, Workers
from deepclinic.isolation.process import environment
from deepclinic.judging.check import checks_of

EXERCISES = ("relu", "batch_normalization", "dropout", "map_estimation", "residual_block")
GOAL = 1.25
IDLE = {"nothing": "", "1 + 1": "import tensorflow as tf\ntf.constant(1.0) + 1.0"}


def write(folder: Path, exercise: str, count: int) -> list[Path]:
    """Right and wrong solutions in turn, no two alike."""
    right = [solution.source for solution in solutions.alternatives(exercise)]
    wrong = [solution.source for solution in solutions.misconceptions(exercise)]
    files = []
    for number in range(count):
        kind = wrong if number % 2 else right
        files.append(folder / f"{number:03}" / f"{exercise}.py")
        files[-1].parent.mkdir()
        files[-1].write_text(f"{kind[number // 2 % len(kind)]}\n# {number}\n", encoding="utf-8")
    return files


def bare(exercise: str, paths: list[str]) -> float:
    """Processor seconds of loading these files and running the probes on each, in this process."""
    import tensorflow as tf

    probes = importlib.import_module(f"deepclinic.probes.{exercise}")
    lab_module: Any = importlib.import_module("deepclinic.probes.lab")
    importlib.import_module("deepclinic.probes.training")
    tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})  # as in a worker
    started = time.process_time()
    for path in paths:
        module = ModuleType(exercise)
        sys.modules[exercise] = module
        exec(compile(Path(path).read_text("utf-8"), path, "exec", dont_inherit=True), vars(module))
        for check in checks_of(exercise):
            try:
                getattr(probes, check.id)(lab_module.Lab(module, PUBLISHED_SEED, check.id))
            except Exception:  # a wrong solution
                continue
    return time.process_time() - started


def forked(exercise: str, paths: list[str]) -> float:
    """Processor seconds of `bare` for one file after the other, each in a fork of this process."""
    importlib.import_module("deepclinic.isolation.parent").import_keras()
    gc.collect()
    gc.freeze()
    spent = 0.0
    for path in paths:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                bare(exercise, [path])
                code = 0
            finally:
                os._exit(code)
        _, code, usage = os.wait4(child, 0)
        if code:
            raise SystemExit(f"{path}: its process ended with {code}")
        spent += usage.ru_utime + usage.ru_stime
    return spent


class Counting(Workers):
    """Workers that remember what each run has cost."""

    def __init__(self) -> None:
        super().__init__(jobs=2)
        self.spent: defaultdict[str, float] = defaultdict(float)

    def run(self, request: Any, limits: Limits = Limits()) -> Run:  # noqa: B008 (frozen)
        found = super().run(request, limits)
        self.spent[request["task"]] += found.cpu_seconds
        self.spent["watch"] += found.own_seconds
        return found


def of_process(pid: int | None) -> float:
    """Processor seconds that a process has spent by now."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def engine(workers: Counting, exercise: str, files: list[Path]) -> dict[str, float]:
    """Processor seconds of grading these files, by who spends them."""
    grader = Grader(seed=PUBLISHED_SEED, workers=workers)
    info = catalog().exercise(exercise)
    grader.expected.reference(info, PUBLISHED_SEED)
    grader.expected.misconceptions(info)
    workers.spent.clear()
    judge, parent = time.process_time(), of_process(workers.parent_pid)
    for path in files:
        (report,) = grader.grade(Submission(path, exercises=(exercise,)))
        if report.outcome != "graded":
            raise SystemExit(f"{path}: {report.reason.en}")
    spent = {"judge": time.process_time() - judge, "parent": of_process(workers.parent_pid) - parent}
    return {part: workers.spent[part] for part in ("observe", "read", "watch")} | spent


def apart(how: str, exercise: str, files: list[Path]) -> float:
    """`bare` or `forked` in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, __file__, how, exercise, *map(str, files)]
        settings = {**environment(home), "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
        done = subprocess.run(command, env=settings, capture_output=True, text=True, check=True)
        return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE")
    parser.add_argument("-n", type=int, default=10, help="submissions of each exercise (10)")
    arguments = parser.parse_args()
    workers = Counting()
    with workers, tempfile.TemporaryDirectory() as name:
        workers.start()
        for what, source in IDLE.items():
            runs = [workers.run({"task": "execute", "source": source}) for _ in range(5)]
            each = sum(run.cpu_seconds + run.own_seconds for run in runs) / len(runs)
            print(f"a worker that computes {what}: {1000 * each:.0f} ms")
        for exercise in arguments.exercises or EXERCISES:
            folder = Path(name, exercise)
            folder.mkdir()
            files = write(folder, exercise, arguments.n)
            ours = engine(workers, exercise, files)
            fresh, theirs = apart("--forked", exercise, files), apart("--bare", exercise, files)
            whole = sum(ours.values())
            parts = ", ".join(f"{part} {1000 * seconds / len(files):.0f}" for part, seconds in ours.items())
            print(
                f"{exercise:<20} engine {1000 * whole / len(files):.0f} ms each ({parts}), bare in fresh processes "
                f"{1000 * fresh / len(files):.0f} ms, bare in one {1000 * theirs / len(files):.0f} ms, ratio "
                f"{whole / theirs:.2f} (goal: at most {GOAL:g}; to fresh processes {whole / fresh:.2f})",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] in (["--bare"], ["--forked"]):
        print((bare if sys.argv[1] == "--bare" else forked)(sys.argv[2], sys.argv[3:]))
    else:
        main()
