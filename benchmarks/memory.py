"""Whether grading holds more memory the more there is to grade: peaks of the two processes that last.

    python benchmarks/memory.py                              10, 100 and 1,000 relu submissions; an hour on two cores
    python benchmarks/memory.py --exercise map_estimation    likewise, of an exercise whose probes take less
    python benchmarks/memory.py --nbgrader --counts 10 100   through `deepclinic grade --nbgrader`

Each class is graded by the command that a user types, with JSON, CSV and pages asked for: `deepclinic grade FOLDER
--json FILE --csv FILE --html FOLDER`. Right and wrong solutions in turn, no two alike. `judge` is the command's own
process, `parent` the one that forks the workers; both peaks are the kernel's (VmHWM), read until the end. The goal is
that they do not grow. Whatever a first grading of an exercise loads once counts in each class.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from class_throughput import hand_in, make_course
from engine_cpu import write

COUNTS = (10, 100, 1000)
LOOK = 0.2


@dataclass(frozen=True)
class Peaks:
    """Bytes at the most, and how long it took."""

    judge: int
    parent: int
    seconds: float


def peak(pid: int) -> int:
    """The most memory that a process has had resident, bytes; 0 where it is gone or no longer has any."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def children(pid: int) -> list[int]:
    """The processes that any thread of a process has started."""
    try:
        return [int(child) for path in Path(f"/proc/{pid}/task").iterdir()
                for child in (path / "children").read_text().split()]  # fmt: skip
    except OSError:
        return []


def watch(command: list[str], folder: Path) -> Peaks:
    """Run a command; its first child is the parent of workers."""
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", *command], cwd=folder, stdout=subprocess.DEVNULL) as process:
        judge, parents = 0, dict[int, int]()
        while process.poll() is None:
            judge = max(judge, peak(process.pid))
            for child in children(process.pid):
                parents[child] = max(parents.get(child, 0), peak(child))
            time.sleep(LOOK)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Peaks(judge, max(parents.values()), time.perf_counter() - started)


def grade_folder(work: Path, exercise: str, count: int, faces: list[str]) -> Peaks:
    """`deepclinic grade` of a folder of files."""
    submissions = work / "submissions"
    submissions.mkdir()
    write(submissions, exercise, count)
    return watch(["deepclinic", "grade", "submissions", *faces], work)


def grade_course(work: Path, exercise: str, count: int, faces: list[str]) -> Peaks:
    """`deepclinic grade --nbgrader` of a course."""
    course = work / "course"
    unit = make_course(course, exercise, Path(os.environ.get("DEEPCLINIC_CACHE", work / "cache")), None, bare=False)
    hand_in(course, unit, exercise, count)
    return watch(["deepclinic", "grade", "--nbgrader", unit, *faces], course)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exercise", default="relu")
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, metavar="N")
    parser.add_argument("--nbgrader", action="store_true", help="an nbgrader course instead of a folder")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    first: Peaks | None = None
    for count in arguments.counts:
        with tempfile.TemporaryDirectory(prefix="deepclinic-memory-") as name:
            work = Path(name)
            faces = ["--json", str(work / "r.json"), "--csv", str(work / "r.csv"), "--html", str(work / "pages")]
            run = grade_course if arguments.nbgrader else grade_folder
            found = run(work, arguments.exercise, count, [*faces, "--jobs", str(arguments.jobs)])
            first = first or found
            grown = (found.judge - first.judge) / max(1, count - arguments.counts[0])
            print(
                f"{count:>5} submissions: judge {found.judge / 2**20:.0f} MB, parent of workers "
                f"{found.parent / 2**20:.0f} MB, {found.seconds:.0f} s; judge grew by {grown / 2**10:.1f} kB each "
                f"since {arguments.counts[0]}",
                flush=True,
            )


if __name__ == "__main__":
    main()
