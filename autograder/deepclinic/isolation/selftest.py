"""Prove that each mechanism works on this machine, by trying the forbidden thing in throw-away workers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deepclinic.errors import DeepclinicError
from deepclinic.isolation.limits import Limits
from deepclinic.text import Text

QUICK = {
    "read_outside": "files: reading outside the libraries",
    "write_outside": "files: writing outside the temporary folder",
    "change_mode_outside": "files: changing another file's mode",
    "write_big_file": "files: a file beyond the limit",
    "open_socket": "network: opening a socket",
    "fork": "processes: forking",
    "signal_another": "processes: signals to others",
    "trace_another": "processes: tracing another",
    "read_memory_of_another": "processes: reading another's memory",
    "share_group": "processes: sharing a group or a session",
    "find_descriptor": "processes: inheriting a descriptor",
    "raise_limit": "processes: raising a limit",
    "use_keyring": "kernel: key rings",
    "start_io_uring": "kernel: io_uring",
    "take_memory": "memory: beyond the limit",
    "share_memory": "memory: shared, which no limit counts",
    "enter_namespace": "kernel: namespaces",
    "run_program": "processes: running a program",  # last: where it is possible, the worker is gone afterwards
}

RunWorker = Callable[[dict[str, Any], Limits], Any]


@dataclass(frozen=True)
class Mechanism:
    """One line of the promise: does it hold on this machine?"""

    name: str
    works: bool
    detail: str


class WeakIsolation(DeepclinicError):
    """This machine cannot isolate a student's code; `missing` lists what it lacks."""

    def __init__(self, missing: tuple[Mechanism, ...]) -> None:
        self.missing = missing
        lacks = "; ".join(f"{m.name} ({m.detail})" for m in missing)
        super().__init__(
            Text(
                f"This machine cannot fully isolate a student's code. Not refused: {lacks}. "
                "Grade on Linux 5.13 or later with Landlock and seccomp (x86-64 or ARM64; on Windows: WSL 2), or, for "
                "code that you trust, go on with --allow-weak-isolation: each report will say so.",
                f"이 컴퓨터에서는 학생 코드를 완전히 격리할 수 없습니다. 막지 못한 것: {lacks}. "
                "Landlock과 seccomp를 지원하는 리눅스 5.13 이상(x86-64 또는 ARM64, 윈도우에서는 WSL 2)에서 채점하세요. "
                "믿을 수 있는 코드라면 --allow-weak-isolation 옵션으로 계속할 수 있으며, "
                "모든 보고서에 그 사실이 표시됩니다.",
            )
        )


def quick(run: RunWorker) -> list[Mechanism]:
    """Try what takes no time, in one worker."""
    with tempfile.TemporaryDirectory(prefix="deepclinic-selftest-") as folder:
        secret = Path(folder) / "secret"
        secret.write_bytes(b"secret")
        limits = Limits(wall_seconds=20, wall_seconds_total=30)
        request = {
            "task": "selftest",
            "attempts": list(QUICK),
            "secret": str(secret),
            "memory_bytes": limits.memory_bytes + 1,
            "file_bytes": limits.file_bytes,
        }
        result = run(request, limits)
    tried = {frame.get("name"): frame for frame in result.frames}
    found = []
    for name, title in QUICK.items():
        if name in tried:
            found.append(Mechanism(title, bool(tried[name]["refused"]), str(tried[name]["detail"])))
        else:
            found.append(Mechanism(title, False, f"the worker ended before it could tell: {result.detail}"))
    return found


def full(run: RunWorker) -> list[Mechanism]:
    """Try everything, also the limits that take a second or two to be hit."""
    found = quick(run)
    for name, request, limits, expected in (
        ("limits: processor time", {"task": "selftest", "attempts": ["spin"]}, Limits(cpu_seconds=1), "cpu_time"),
        ("limits: wall-clock time", _code("import time\ntime.sleep(30)"), Limits(wall_seconds=0.5), "wall_time"),
        ("limits: output", _code("while True: emit({'x': b'0' * 100_000})"), Limits(output_bytes=10**6), "output"),
        ("limits: deleted files", _code(_HIDE), Limits(disk_bytes=20_000_000), "output"),
        ("limits: resident memory", _code(_GROW), Limits(memory_bytes=10**9), "finished"),
        ("limits: threads", _code(_THREADS), Limits(threads=100), "killed"),
    ):
        result = run(request, limits)
        found.append(Mechanism(name, result.ended == expected, f"{result.ended}: {result.detail}"))
    return found


_GROW = """
kept = []
try:
    while True: kept.append(bytearray(50_000_000))
except MemoryError:
    kept.clear()
"""
_HIDE = """
import os, time
kept = []
for name in range(100):
    with open(str(name), "wb+") as file:
        os.unlink(file.name)
        file.write(bytes(1_000_000))
        kept.append(os.dup(file.fileno()))
time.sleep(10)
"""
_THREADS = """
import threading, time
threading.stack_size(65536)
try:
    for _ in range(2000): threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
except RuntimeError: pass
time.sleep(10)
"""


def _code(source: str) -> dict[str, Any]:
    return {"task": "execute", "source": source}
