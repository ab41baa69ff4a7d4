"""The workspace's own file: language, and progress by exercise. Written whole, by one process at a time."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deepclinic.errors import DeepclinicError
from deepclinic.files import write_whole
from deepclinic.text import Text

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

MARKER = "deepclinic.json"
FORMAT = 1
_TYPES: dict[str, type | tuple[type, ...]] = {
    "points": (int, float), "best": (int, float), "tries": int, "passed": (str, type(None)),
    "failed_check": (str, type(None)), "solution": (str, type(None)), "hints": dict,
}  # fmt: skip


def read(root: Path) -> dict[str, Any]:
    """The state kept in a workspace.

    Raises:
        DeepclinicError: it cannot be read, or was written in another format.
    """
    marker = root / MARKER
    try:
        state = json.loads(marker.read_text(encoding="utf-8"))
        if isinstance(state, dict) and state.get("format") == FORMAT and _is_whole(state):
            return state
        problem = "it was not written by this version"
    except (OSError, ValueError, RecursionError) as error:
        problem = str(error)
    raise DeepclinicError(
        Text(
            f"{marker} cannot be read ({problem}). Repair it, or delete it and run `deepclinic init --update {root}`: "
            "your solutions are not touched.",
            f"{marker} 파일을 읽을 수 없습니다 ({problem}). 고치거나, 지운 뒤 `deepclinic init --update {root}`를 "
            "실행하세요. 풀이는 그대로 남습니다.",
        )
    )


def _is_whole(state: dict[str, Any]) -> bool:
    """True where everything has the type with which it was written."""
    made, progress = state.get("made", {}), state.get("progress", {})
    if not (isinstance(made, dict) and isinstance(progress, dict)):
        return False
    kept = progress.values()
    return all(isinstance(found, dict) for found in kept) and all(
        isinstance(value, _TYPES.get(key, object)) for found in kept for key, value in found.items()
    )


def write(root: Path, state: dict[str, Any]) -> None:
    """Write the state whole: a crash, or a cut of the power, leaves the old file or the new one."""
    write_whole(root / MARKER, json.dumps(state, ensure_ascii=False, indent=1), durable=True)


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other processes of the same workspace (a hint asked for beside the watch) from writing meanwhile."""
    try:
        lock = os.open(root, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        if fcntl:
            with contextlib.suppress(OSError):  # a file system without locks: nobody waits
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
