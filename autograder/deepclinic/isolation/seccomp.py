"""Seccomp: which system calls a process may make, for the rest of its life.

A refused call returns EPERM, so that an honest library that tries gets an ordinary error. Only a call by another
architecture's table (32-bit code) kills.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

from deepclinic.isolation.linux import PR_SET_SECCOMP, prctl
from deepclinic.isolation.syscalls import BY_ARGUMENT, NEWEST, REFUSED

_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_LOAD, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_REFUSE, _UNKNOWN = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS

_CLONE_THREAD = 0x10000
_SHARED_ANONYMOUS = 0x01 | 0x20
_GROWS_DOWN = 0x0100  # counts as stack, which no limit bounds when it is mapped
_PRCTL_REFUSED = (1, 4)  # PR_SET_PDEATHSIG, PR_SET_DUMPABLE
_FCNTL_REFUSED = (8, 10, 15, 1024, 1026)  # F_SETOWN, F_SETSIG, F_SETOWN_EX (signals to others), F_SETLEASE, F_NOTIFY
_IOCTL_REFUSED = (0x8901, 0x8902, 0x5412)  # FIOSETOWN, SIOCSPGRP (signals to others), TIOCSTI (types on a terminal)

Instruction = tuple[int, int, int, int]


def supported() -> bool:
    """True where the tables know this machine's system calls."""
    return sys.platform.startswith("linux") and platform.machine() in _ARCHITECTURES


def install(pid: int) -> None:
    """Filter the system calls of this thread and of all that it will start. Needs `no_new_privs`.

    Raises:
        OSError: when the kernel has no seccomp filters, or refuses.
    """
    if not supported():
        raise OSError(errno.ENOSYS, f"no table of system calls for {platform.machine()}")
    code = b"".join(struct.pack("<HBBI", *i) for i in program(pid, platform.machine()))
    instructions = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("<HxxxxxxQ", len(code) // 8, ctypes.addressof(instructions))
    buffer = ctypes.create_string_buffer(header, len(header))
    prctl(PR_SET_SECCOMP, 2, ctypes.c_void_p(ctypes.addressof(buffer)))


def program(pid: int, machine: str) -> list[Instruction]:
    """Return the BPF program for a process `pid` on `machine` ("x86_64" or "aarch64")."""
    column, architecture = _ARCHITECTURES[machine]
    blocks: dict[int, list[Instruction]] = {}
    for numbers in REFUSED.values():
        if numbers[column] is not None:
            blocks[numbers[column]] = [_ret(_REFUSE)]
    for name, block in _by_argument(pid).items():
        blocks[BY_ARGUMENT[name][column]] = block
    code = [
        (_LOAD, 0, 0, 4), (_JUMP_EQUAL, 1, 0, architecture), _ret(_KILL),
        (_LOAD, 0, 0, 0), (_JUMP_GREATER_EQUAL, 0, 1, NEWEST + 1), _ret(_UNKNOWN),
    ]  # fmt: skip
    for number, block in sorted(blocks.items()):
        code += [(_JUMP_EQUAL, 0, len(block), number), *block]
    return [*code, _ret(_ALLOW)]


def _by_argument(pid: int) -> dict[str, list[Instruction]]:
    return {
        "clone": _argument(0) + [(_AND, 0, 0, _CLONE_THREAD), (_JUMP_EQUAL, 1, 0, 0), _ret(_ALLOW), _ret(_REFUSE)],
        "clone3": [_ret(_UNKNOWN)],  # its flags lie behind a pointer; the C library falls back on clone
        "kill": _only(0, pid),
        "tgkill": _only(0, pid),
        "sched_setaffinity": _only(0, 0),
        "prlimit64": [*_pointer_is_null(2), _ret(_ALLOW), _ret(_REFUSE)],
        "prctl": _refuse_values(0, _PRCTL_REFUSED),
        "fcntl": _refuse_values(1, _FCNTL_REFUSED),
        "ioctl": _refuse_values(1, _IOCTL_REFUSED),
        "mmap": [
            *_argument(3), (_AND, 0, 0, _SHARED_ANONYMOUS), (_JUMP_EQUAL, 4, 0, _SHARED_ANONYMOUS),
            *_argument(3), (_AND, 0, 0, _GROWS_DOWN), (_JUMP_EQUAL, 0, 1, 0), _ret(_ALLOW), _ret(_REFUSE),
        ],
    }


def _ret(value: int) -> Instruction:
    return (_RETURN, 0, 0, value)


def _argument(index: int, high: bool = False) -> list[Instruction]:
    return [(_LOAD, 0, 0, 16 + 8 * index + (4 if high else 0))]


def _only(index: int, value: int) -> list[Instruction]:
    return [*_argument(index), (_JUMP_EQUAL, 0, 1, value), _ret(_ALLOW), _ret(_REFUSE)]


def _refuse_values(index: int, values: tuple[int, ...]) -> list[Instruction]:
    tests = [(_JUMP_EQUAL, len(values) - i, 0, value) for i, value in enumerate(values)]
    return [*_argument(index), *tests, _ret(_ALLOW), _ret(_REFUSE)]


def _pointer_is_null(index: int) -> list[Instruction]:
    """Fall through when the 64-bit argument is 0, else skip one instruction."""
    return [*_argument(index), (_JUMP_EQUAL, 0, 3, 0), *_argument(index, high=True), (_JUMP_EQUAL, 0, 1, 0)]
