"""How long grading takes, start included, through the command that a user types.

    python benchmarks/grading_speed.py               all of it, some minutes
    python benchmarks/grading_speed.py one course    parts of it

    one      one right batch normalization, a seed that nobody has used before
    many     50 batch normalizations, right ones in turn; seconds for each file
    course   the whole course: one right solution of each exercise

Each is timed beside its rival in the same run. Of `one` that is a fresh Python that imports Keras: what any grader that
starts anew has to pay before it has looked at anything. Of `many` and `course` it is what stock `nbgrader autograde`
does, a fresh Python and Keras for every file, before a single test has run. The observations that are kept between runs
(see `deepclinic.grading.expected`) are put into an empty folder, so that nothing is left over from earlier runs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog

RUNS = 3
MANY = 50


def seconds(*command: str) -> float:
    """Wall time of one command that must succeed."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "DEEPCLINIC_CACHE": cache, "TF_CPP_MIN_LOG_LEVEL": "3"}
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, env=environment, capture_output=True)
        return time.perf_counter() - started


def importing_keras() -> float:
    return seconds("-c", "import keras")


def grading(folder: Path) -> float:
    return seconds("-m", "deepclinic", "grade", str(folder))


def write_many(folder: Path) -> int:
    """Fifty files, of one exercise."""
    sources = [solution.source for solution in solutions.alternatives("batch_normalization")]
    for number in range(MANY):
        student = folder / f"student_{number:02}"
        student.mkdir()
        (student / "batch_normalization.py").write_text(sources[number % len(sources)], encoding="utf-8")
    return MANY


def write_course(folder: Path) -> int:
    """The reference of every exercise."""
    for info in catalog().exercises:
        (folder / f"{info.name}.py").write_text(solutions.reference_source(info.name), encoding="utf-8")
    return len(catalog().exercises)


def write_one(folder: Path) -> int:
    """One file."""
    source = solutions.reference_source("batch_normalization")
    (folder / "batch_normalization.py").write_text(source, encoding="utf-8")
    return 1


WRITE = {"one": write_one, "many": write_many, "course": write_course}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="one, many, course; all where none is named")
    parts = parser.parse_args().parts or list(WRITE)
    if set(parts) - set(WRITE):
        parser.error(f"there are only the parts {', '.join(WRITE)}")
    for part in parts:
        with tempfile.TemporaryDirectory() as name:
            files = WRITE[part](Path(name))
            for _ in range(RUNS if part == "one" else 1):
                start, graded = importing_keras(), grading(Path(name))
                print(
                    f"{part}: {files} files graded in {graded:.1f} s ({graded / files:.2f} s each, on "
                    f"{os.cpu_count()} processors); importing Keras {start:.1f} s, "
                    f"once for each file {files * start:.1f} s, ratio {graded / (files * start):.2f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
