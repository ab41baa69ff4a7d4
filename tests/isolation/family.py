"""The processes behind a run, and waiting for one of them to come or go."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")


def children(pid: int) -> list[int]:
    """The process ids of a process's children."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def family(parent: int) -> tuple[int, int] | None:
    """A supervisor and its worker, where there is one."""
    return next(((child, worker) for child in children(parent) for worker in children(child)), None)


def until(condition: Callable[[], Found], seconds: float = 10.0) -> Found:
    """Wait until `condition()` is true, and return it."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)
    return found


def is_dead(pid: int) -> bool:
    """True once a process runs no more and has let go of its files, whether or not its parent has looked."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True
