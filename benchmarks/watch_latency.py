"""How long somebody waits in the watch: from a saved file to the verdict of the value checks, and to the whole verdict.

    python benchmarks/watch_latency.py                 every exercise, some minutes
    python benchmarks/watch_latency.py relu dropout    some

The watch runs in a terminal of its own, as a student starts it. A wrong and the right solution are saved in turn, as an
editor saves, and what appears on the screen is timed by what it says: "Values checked", "Checked at". Everything is
warm: each exercise's observations have been made ready before, and between a verdict and the next save lie some seconds
(`--pause`) in which a student would read the one and write the other, and the watch has workers waiting. Where an
exercise records no curve the whole verdict is that of the values. Beside it, in the same run: a fresh Python that
imports Keras, what a check without a warm worker would have to wait for first.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.grading import PUBLISHED_SEED, Grader
from deepclinic.selfstudy.workspace import Workspace

SAVES = 8
PAUSE = 5.0
PATIENCE = 300.0


class Watch:
    """`deepclinic` in a pseudo-terminal."""

    def __init__(self, folder: Path) -> None:
        self.screen, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "deepclinic"], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs,
            env={**os.environ, "NO_COLOR": "1"}, start_new_session=True,
            preexec_fn=lambda: ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(theirs)

    def seconds_until(self, *said: str, since: float) -> tuple[float, str]:
        """The time at which one of `said` appears, and which."""
        seen = ""
        while time.perf_counter() - since < PATIENCE:
            if select.select([self.screen], [], [], 1.0)[0]:
                seen += os.read(self.screen, 65536).decode("utf-8", "replace")
                for text in said:
                    if text in seen:
                        return time.perf_counter() - since, text
        raise SystemExit(f"none of {said} within {PATIENCE:g} s; the last that was seen:\n{seen[-2000:]}")

    def rest(self) -> None:
        """Let it finish what it does, and read that away."""
        while select.select([self.screen], [], [], 0.4)[0]:
            os.read(self.screen, 65536)

    def quit(self) -> None:
        os.write(self.screen, b"q")
        self.process.wait(30)
        os.close(self.screen)


def save(path: Path, source: str) -> float:
    """Save as an editor does, and return when."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(source, encoding="utf-8")
    started = time.perf_counter()
    os.replace(temporary, path)
    return started


def measure(watch: Watch, workspace: Workspace, info: ExerciseInfo, pause: float) -> tuple[list[float], list[float]]:
    """Seconds to the verdict of the values and to the whole one, save by save."""
    sources = [solutions.misconceptions(info.name)[0].source, solutions.reference_source(info.name)]
    values, whole = [], []
    for number in range(SAVES + 2):
        started = save(workspace.files(info)[0], sources[number % 2])
        first, what = watch.seconds_until("Values checked", "Checked at", since=started)
        last = first if what == "Checked at" else watch.seconds_until("Checked at", since=started)[0]
        watch.rest()
        time.sleep(pause)
        if number >= 2:  # the first of each kind warms up
            values.append(first)
            whole.append(last)
    return values, whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE")
    parser.add_argument("--pause", type=float, default=PAUSE, help=f"seconds before each save ({PAUSE:g})")
    arguments = parser.parse_args()
    infos = [catalog().exercise(name) for name in arguments.exercises] or list(catalog().exercises)
    with Grader(seed=PUBLISHED_SEED) as grader:
        for info in infos:
            grader.expected.reference(info, PUBLISHED_SEED)
            grader.expected.misconceptions(info)
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import keras"], check=True, capture_output=True)
    importing = time.perf_counter() - started
    all_values, all_whole = [], []
    with tempfile.TemporaryDirectory() as name:
        workspace = Workspace.create(Path(name) / "w")
        watch = Watch(workspace.root)
        watch.seconds_until("Checked at", since=time.perf_counter())
        watch.rest()
        for info in infos:
            values, whole = measure(watch, workspace, info, arguments.pause)
            all_values += values
            all_whole += whole
            print(
                f"{info.name:<24} values {statistics.median(values):.2f} s (slowest {max(values):.2f}), "
                f"all {statistics.median(whole):.2f} s",
                flush=True,
            )
        watch.quit()
    print(
        f"median of {len(all_values)} saves: values {statistics.median(all_values):.2f} s, all "
        f"{statistics.median(all_whole):.2f} s, on {os.cpu_count()} processors; importing Keras {importing:.1f} s, "
        f"ratio {statistics.median(all_values) / importing:.2f}"
    )


if __name__ == "__main__":
    main()
