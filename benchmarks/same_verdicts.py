"""Does a verdict depend on the machine's settings, or on the versions of Keras and TensorFlow?

    python benchmarks/same_verdicts.py                      four settings of this environment, every exercise
    python benchmarks/same_verdicts.py relu dropout         of these exercises
    python benchmarks/same_verdicts.py --versions           the oldest and the newest supported versions too

Every reference, alternative and wrong solution but the mutants is graded with the same seed in each of them by
`deepclinic dev adequacy --no-mutants`, and each verdict is compared with that of the first setting: which checks
passed, and which misconception was named. The settings are 1 and 2 threads of a worker, each with and without oneDNN.
The versions are installed into throw-away environments (about 2 GB each, `--venvs DIR` keeps them); the bounds are
those in setup.cfg. Exit status 1: a verdict changed.

What is kept from one run to the next is kept under the settings and versions too, so an interrupted run goes on.
"""

from __future__ import annotations

import argparse
import configparser
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = ("keras", "tensorflow")


@dataclass(frozen=True)
class Setting:
    """One Python with its environment variables."""

    name: str
    python: str
    variables: Mapping[str, str] = field(default_factory=dict)


def settings() -> Iterator[Setting]:
    """This environment with every combination of threads and oneDNN; the first is the usual one."""
    for threads in ("1", "2"):
        for onednn in ("1", "0"):
            variables = {"DEEPCLINIC_THREADS": threads, "TF_ENABLE_ONEDNN_OPTS": onednn}
            yield Setting(f"{threads} threads, oneDNN {onednn}", sys.executable, variables)


def versions(folder: Path) -> Iterator[Setting]:
    """The oldest and the newest supported libraries, each installed into an environment of its own."""
    config = configparser.ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    wanted = [line for line in config["options"]["install_requires"].split() if line.startswith(LIBRARIES)]
    oldest = [re.sub(r"^(\w+)>=([\d.]+),.*", r"\1==\2.0", requirement) for requirement in wanted]
    for name, requirements in (("oldest", oldest), ("newest", wanted)):
        python = folder / name / "bin" / "python"
        if not (folder / name / ".installed").exists():
            print(f"installing {', '.join(requirements)} into {folder / name} ...", flush=True)
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder / name], check=True)
            install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*install, str(ROOT), *requirements], check=True)
            # The sources are used where they lie, as everywhere else.
            subprocess.run([python, "-m", "pip", "uninstall", "--quiet", "--yes", "deepclinic"], check=True)
            (folder / name / ".installed").touch()
        yield Setting(name, str(python))


def graded(setting: Setting, exercises: Sequence[str]) -> dict:
    """What `dev adequacy` measures there."""
    command = [setting.python, "-m", "deepclinic", "dev", "adequacy", *exercises, "--no-mutants", "--seeds", "1"]
    environment = {**os.environ, **setting.variables, "PYTHONPATH": str(ROOT / "autograder")}
    started = time.monotonic()
    done = subprocess.run([*command, "--json", "-"], env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{setting.name}: {done.stderr}")
    measured = json.loads(done.stdout)
    libraries = ", ".join(f"{name} {measured['environment'][name]}" for name in (*LIBRARIES, "numpy", "python"))
    print(f"{setting.name}: {libraries} ({time.monotonic() - started:.0f} s)", flush=True)
    return measured


def verdicts(measured: dict) -> dict[tuple[str, str], str]:
    """(exercise, solution) to its verdict."""
    found = {}
    for exercise in measured["exercises"]:
        for right in exercise["right"]:
            found[exercise["exercise"], right["id"]] = str(right["rejected"])
        for wrong in (*exercise["misconceptions"], *exercise["rewritten"], *exercise["unseen"]):
            found[exercise["exercise"], wrong["id"]] = f"{wrong['row']} {wrong['named']}"
        for number, fault in enumerate(exercise["faults"]):
            found[exercise["exercise"], f"fault {number}"] = fault
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE")
    parser.add_argument("--versions", action="store_true", help="also the oldest and the newest supported versions")
    parser.add_argument("--venvs", type=Path, metavar="DIR", help="where their environments are, or are to be kept")
    arguments = parser.parse_args()
    changed = 0
    with tempfile.TemporaryDirectory(prefix="deepclinic-versions-") as temporary:
        first: dict[tuple[str, str], str] | None = None
        tried = [*settings(), *(versions(arguments.venvs or Path(temporary)) if arguments.versions else ())]
        for setting in tried:
            found = verdicts(graded(setting, arguments.exercises))
            first = first or found
            for key in sorted(first.keys() | found.keys()):
                if found.get(key) != first.get(key):
                    changed += 1
                    print(f"  {': '.join(key)}: {found.get(key)}; with {tried[0].name}: {first.get(key)}", flush=True)
    print(f"{len(first or ())} solutions under {len(tried)} settings: {changed} verdicts changed")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
