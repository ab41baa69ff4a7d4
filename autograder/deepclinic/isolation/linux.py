"""The few system calls that Python's standard library does not wrap, through ctypes."""

from __future__ import annotations

import ctypes
import os

PR_SET_PDEATHSIG = 1
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

_libc: ctypes.CDLL | None = None


def libc() -> ctypes.CDLL:
    """The C library of this process."""
    global _libc
    if _libc is None:
        _libc = ctypes.CDLL(None, use_errno=True)
    return _libc


def prctl(option: int, value: int = 0, pointer: ctypes.c_void_p | None = None) -> int:
    """Call prctl(2).

    Raises:
        OSError: when the kernel refuses.
    """
    third = pointer if pointer is not None else ctypes.c_ulong(0)
    result = libc().prctl(ctypes.c_int(option), ctypes.c_ulong(value), third, ctypes.c_ulong(0), ctypes.c_ulong(0))
    return _checked(result, "prctl")


def syscall(number: int, *arguments: int | ctypes.Array | ctypes.c_void_p | None) -> int:
    """Call a system call by its number; integers are passed as `long`.

    Raises:
        OSError: when the kernel refuses.
    """
    plain = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    function = libc().syscall
    function.restype = ctypes.c_long
    return _checked(function(ctypes.c_long(number), *plain), f"syscall {number}")


def _checked(result: int, what: str) -> int:
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return result


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when its parent dies; exit at once if it is dead already."""
    prctl(PR_SET_PDEATHSIG, 9)
    if os.getppid() != parent:
        os._exit(1)
