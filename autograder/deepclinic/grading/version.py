"""What a verdict depends on, besides the solution: so that a kept one is used only where it would come out the same."""

from __future__ import annotations

import functools
import hashlib
import platform
from collections.abc import Iterable
from pathlib import Path

from deepclinic import __version__
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.grading.expected import environment

_PACKAGE = Path(__file__).parents[1]
_JUDGE = ("grading", "judging", "submission")


@functools.cache
def exercise_version(exercise: str) -> str:
    """A hash of the exercise's probes, checks, reference and misconceptions, the judge, and the versions of it all."""
    folder = solutions.reference_path(exercise).parent
    checks = _PACKAGE / "judging" / "exercises" / f"{exercise}.py"
    info = catalog().exercise(exercise)
    facts = [
        __version__, platform.python_version(), *environment(exercise), repr((info.not_allowed, info.time_factor)),
        _digest([checks, folder / "reference.py", *folder.glob("misconceptions/*.py")]),
        *(_digest((_PACKAGE / room).glob("*.py")) for room in _JUDGE),
    ]  # fmt: skip
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()


@functools.cache
def reader_version() -> str:
    """A hash of what finds solutions in a file."""
    return _digest((_PACKAGE / "submission").glob("*.py"))


def _digest(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(files):
        found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
