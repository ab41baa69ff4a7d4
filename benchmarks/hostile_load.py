"""A class in which one submission in four is hostile, graded together: who pays for it?

    python benchmarks/hostile_load.py                  1,000 submissions, about a quarter of an hour on two cores
    python benchmarks/hostile_load.py --count 60       a short form

Honest ones are right and wrong solutions of `relu` in turn; hostile ones loop, fork, sleep, ignore signals, take
memory, output, disk, descriptors and threads, or kill themselves (`tests/attacks/resources`, some of
`tests/attacks/exits`).
Four promises are looked at; the exit status is 1 where one of them is broken:

    marks    each honest submission gets exactly the marks that it gets alone
    left     no process, file or folder is left
    memory   the parent of workers and the judge hold no more at the end than after a tenth of the class
    time     all of it takes at most 1.5 times the honest share, and the hostile ones' limits divided by the workers

The honest share is measured in the same run: the same honest submissions with nobody hostile among them, a part of them
where there are many. A hostile one's limit is twice that of a probe, because a solution whose worker dies is given a
second one.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deepclinic.course import solutions
from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.isolation import Limits
from deepclinic.report.model import Report

EXERCISE = "relu"
ATTACKS = Path(__file__).resolve().parents[1] / "tests" / "attacks"
EXITS = ("kills_itself", "crashes", "os_exit", "overflows_the_stack")
HOSTILE = 4
"""One in so many."""
WRONG = 4
"""So many different wrong solutions."""
SHARE = 90
"""So many honest submissions are enough to know what one costs."""
MEMORY = 16 * 2**20
"""Bytes by which memory may differ from one look to the next in a process that keeps nothing."""

Marks = tuple[float, tuple[str, ...]]


@dataclass
class Result:
    """What the grading of many has shown."""

    marks: list[Marks]
    seconds: float
    memory: list[tuple[int, int]]
    """Resident bytes of the parent of workers and of this process, looked at after each submission."""


def honest_sources() -> list[str]:
    right = [solution.source for solution in solutions.alternatives(EXERCISE)]
    wrong = [solution.source for solution in solutions.misconceptions(EXERCISE)[:WRONG]]
    return [source for pair in zip(itertools.cycle(right), wrong) for source in pair]  # noqa: B905 (one is endless)


def hostile_sources() -> list[str]:
    files = [*sorted((ATTACKS / "resources").glob("*.py")), *(ATTACKS / "exits" / f"{name}.py" for name in EXITS)]
    reference = solutions.reference_source(EXERCISE)
    return [f"{reference}\n\n{file.read_text('utf-8')}\n\nReLU = attack(ReLU)\n" for file in files]


def write(folder: Path, sources: Iterable[str]) -> list[Submission]:
    found = []
    for number, source in enumerate(sources):
        path = folder / f"{number:04}" / f"{EXERCISE}.py"
        path.parent.mkdir(parents=True)
        # No two are alike: an exact copy of a known wrong solution would not be observed again.
        path.write_text(f"{source}\n# handed in as number {number}\n", "utf-8")
        found.append(Submission(path, exercises=(EXERCISE,), label=str(number)))
    return found


def marks_of(report: Report) -> Marks:
    return report.points, tuple(check.outcome for check in report.checks)


def grade(grader: Grader, submissions: list[Submission]) -> Result:
    started = time.perf_counter()
    result = Result([], 0.0, [])
    for number, reports in enumerate(grader.grade_all(submissions), 1):
        result.marks.append(marks_of(reports[0]))
        result.memory.append((resident(grader.workers.parent_pid), resident(os.getpid())))
        if number % 50 == 0 and sys.stdout.isatty():
            print(f"  {number} of {len(submissions)}", flush=True)
    result.seconds = time.perf_counter() - started
    return result


def resident(pid: int | None) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def processes() -> set[int]:
    """All descendants of this process, and orphans of its workers, by the environment that they carry."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, todo = set(), [os.getpid()]
    while todo:
        for child in children.get(todo.pop(), []):
            found.add(child)
            todo.append(child)
    return found


def measure(count: int, jobs: int, wall_seconds: float, timed: bool) -> Iterator[tuple[str, bool, str]]:
    """Yield each promise, whether it is kept, and the figures behind that."""
    honest, hostile = honest_sources(), hostile_sources()
    is_hostile = [number % HOSTILE == HOSTILE - 1 for number in range(count)]
    turn, hostile_turn = itertools.cycle(range(len(honest))), itertools.cycle(hostile)
    which = [None if bad else next(turn) for bad in is_hostile]
    sources = [next(hostile_turn) if index is None else honest[index] for index in which]
    limits = Limits(wall_seconds=wall_seconds, wall_seconds_total=10 * wall_seconds)
    before = processes()
    with tempfile.TemporaryDirectory() as submitted, tempfile.TemporaryDirectory() as temporary:
        folder = Path(submitted)
        tempfile.tempdir = os.environ["TMPDIR"] = temporary  # nobody else's: what is left there is ours
        with Grader(seed=PUBLISHED_SEED, jobs=jobs, limits=limits) as grader:
            base = Path(_started(grader)._parent[0].base)
            alone = grade(grader, write(folder / "alone", honest)).marks  # and what is observed once is observed now
            share = min(sum(index is not None for index in which), SHARE)
            sample = [honest[index] for index in which if index is not None][: share if timed else 0]
            undisturbed = grade(grader, write(folder / "share", sample))
            together = grade(grader, write(folder / "together", sources))
            inside = sorted(os.listdir(base))
            running = _until_none_is_left(grader.workers.parent_pid)
        behind = os.listdir(temporary)
    differ = [n for n, index in enumerate(which) if index is not None and together.marks[n] != alone[index]]
    checked = sum(index is not None for index in which)
    yield "marks", not differ, f"{checked} honest of {count}, {len(differ)} with other marks than alone {differ[:5]}"
    running += sorted(processes() - before)
    behind += [name for name in inside if name not in ("home", "log")]
    yield "left", not running and not behind, f"processes {running}, files and folders {behind}"
    early = together.memory[max(0, count // 10 - 1)]
    grown = [late - soon for late, soon in zip(together.memory[-1], early, strict=True)]
    sizes = ", ".join(
        f"{who} {soon / 2**20:.0f} MB, then {more / 2**20:+.1f} MB"
        for who, soon, more in zip(("parent of workers", "judge"), early, grown, strict=True)
    )
    yield "memory", max(grown) <= MEMORY, sizes
    if not timed:
        return
    each = undisturbed.seconds / share
    bad = sum(is_hostile)
    allowed = 1.5 * each * checked + bad * 2 * wall_seconds / jobs
    yield (
        "time",
        together.seconds <= allowed,
        f"{together.seconds:.0f} s of {allowed:.0f} s allowed: {checked} honest at {each:.2f} s undisturbed, {bad} "
        f"hostile with limits of {2 * wall_seconds:g} s, {jobs} workers",
    )


def _started(grader: Grader) -> Any:
    grader.workers.start()
    return grader.workers


def _until_none_is_left(parent: int | None, seconds: float = 10.0) -> list[int]:
    """The processes that the parent of workers still has when it has had time to clean up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if not found:
            return []
        time.sleep(0.05)
    return [int(pid) for pid in found]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="submissions, the hostile ones included")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="workers at a time")
    parser.add_argument("--wall-seconds", type=float, default=4.0, help="time limit of one probe")
    parser.add_argument("--untimed", action="store_true", help="leave out the promise about time")
    options = parser.parse_args()
    if options.count < HOSTILE:
        parser.error(f"--count must be at least {HOSTILE}")
    broken = False
    for promise, kept, figures in measure(options.count, options.jobs, options.wall_seconds, not options.untimed):
        print(f"{promise:7} {'kept  ' if kept else 'BROKEN'} {figures}", flush=True)
        broken |= not kept
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
