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
from deepclinic.isolation.syscalls import KERNEL

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


def _trace_another(request: Mapping[str, Any]) -> None:
    _checked(libc().ptrace(ctypes.c_long(0x4206), ctypes.c_long(os.getppid()), None, None))  # PTRACE_SEIZE


def _read_memory_of_another(request: Mapping[str, Any]) -> None:
    open(f"/proc/{os.getppid()}/mem", "rb").close()


def _use_keyring(request: Mapping[str, Any]) -> None:
    number = KERNEL["keyctl"][os.uname().machine == "aarch64"]
    _checked(libc().syscall(ctypes.c_long(number), ctypes.c_long(0), ctypes.c_long(-3), ctypes.c_long(0)))


def _start_io_uring(request: Mapping[str, Any]) -> None:
    number = KERNEL["io_uring_setup"][0]
    _checked(libc().syscall(ctypes.c_long(number), ctypes.c_long(1), ctypes.create_string_buffer(120)))


def _enter_namespace(request: Mapping[str, Any]) -> None:
    _checked(libc().unshare(ctypes.c_int(0x10000000)))


def _find_descriptor(request: Mapping[str, Any]) -> None:
    found = []
    for number in range(3, 4096):
        try:
            os.fstat(number)
            found.append(number)
        except OSError:
            continue
    if len(found) <= 1:
        raise OSError("there is its pipe and no other")


def _share_group(request: Mapping[str, Any]) -> None:
    if os.getpgid(0) == os.getsid(0) == os.getpid():
        raise OSError("it leads a group and a session of its own")


def _checked(result: int) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


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
    "trace_another": _trace_another,
    "read_memory_of_another": _read_memory_of_another,
    "use_keyring": _use_keyring,
    "start_io_uring": _start_io_uring,
    "enter_namespace": _enter_namespace,
    "find_descriptor": _find_descriptor,
    "share_group": _share_group,
    "raise_limit": _raise_limit,
    "take_memory": _take_memory,
    "share_memory": _share_memory,
    "write_big_file": _write_big_file,
    "spin": _spin,
}
