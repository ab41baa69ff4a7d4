"""Try what a worker must not be able to do, from inside one. Used by the self-test; each attempt is harmless."""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import signal
import socket
import time
from collections.abc import Callable, Mapping
from typing import Any

from deepclinic.isolation.linux import libc

Emit = Callable[[Mapping[str, Any]], None]


def attempt_all(request: Mapping[str, Any], emit: Emit) -> None:
    """Emit {"event": "attempt", "name", "refused", "detail"} for each name in `request["attempts"]`."""
    for name in request["attempts"]:
        try:
            _ATTEMPTS[name](request)
            refused, detail = False, "it was possible"
        except (OSError, MemoryError, ValueError) as error:
            refused, detail = True, f"{type(error).__name__}: {error}"[:200]
        emit({"event": "attempt", "name": name, "refused": refused, "detail": detail})


def _read_outside(request: Mapping[str, Any]) -> None:
    with open(request["secret"], "rb") as file:
        file.read(1)


def _write_outside(request: Mapping[str, Any]) -> None:
    with open(request["secret"] + ".written", "wb") as file:
        file.write(b"x")


def _change_mode_outside(request: Mapping[str, Any]) -> None:
    os.chmod(request["secret"], 0o600)


def _open_socket(request: Mapping[str, Any]) -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


def _fork(request: Mapping[str, Any]) -> None:
    # By the C library's wrapper: Python's own would run its hooks in a child that must not live.
    child = libc().syscall(ctypes.c_long(57)) if os.uname().machine == "x86_64" else libc().fork()
    if child == 0:
        os._exit(0)
    if child < 0:
        raise OSError(ctypes.get_errno(), "fork refused")
    os.waitpid(child, 0)


def _run_program(request: Mapping[str, Any]) -> None:
    os.execv("/bin/true", ["true"])


def _signal_another(request: Mapping[str, Any]) -> None:
    os.kill(os.getppid(), 0)


def _raise_limit(request: Mapping[str, Any]) -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _take_memory(request: Mapping[str, Any]) -> None:
    mmap.mmap(-1, int(request["memory_bytes"]), flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()


def _share_memory(request: Mapping[str, Any]) -> None:
    mmap.mmap(-1, 4096, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS).close()


def _write_big_file(request: Mapping[str, Any]) -> None:
    with open("big", "wb") as file:
        file.truncate(int(request["file_bytes"]) + 1)


def _spin(request: Mapping[str, Any]) -> None:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    until = time.monotonic() + 30
    while time.monotonic() < until:
        pass


_ATTEMPTS: dict[str, Callable[[Mapping[str, Any]], None]] = {
    "read_outside": _read_outside,
    "write_outside": _write_outside,
    "change_mode_outside": _change_mode_outside,
    "open_socket": _open_socket,
    "fork": _fork,
    "run_program": _run_program,
    "signal_another": _signal_another,
    "raise_limit": _raise_limit,
    "take_memory": _take_memory,
    "share_memory": _share_memory,
    "write_big_file": _write_big_file,
    "spin": _spin,
}
