"""Whoever shares a class with hostile submissions gets the marks that they get alone, and nothing is left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "hostile_load.py"


@pytest.mark.slow
@pytest.mark.all_cores
def test_a_class_in_which_one_in_four_is_hostile() -> None:
    arguments = ["--count", "60", "--jobs", "2", "--wall-seconds", "4", "--untimed"]
    done = subprocess.run([sys.executable, BENCHMARK, *arguments], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["marks", "kept"],
        ["left", "kept"],
        ["memory", "kept"],
    ]
