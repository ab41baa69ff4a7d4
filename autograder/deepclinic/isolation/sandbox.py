"""Close the door: after `enter` this process can compute and use its own folder, and nothing else."""

from __future__ import annotations

import ctypes
import os
import resource
import struct
import sys
from collections.abc import Iterable

from deepclinic.isolation import landlock, seccomp
from deepclinic.isolation.limits import Limits
from deepclinic.isolation.linux import PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, libc, prctl
from deepclinic.isolation.readable import READ_AND_WRITE, SYSTEM_FILES

ADDRESS_SPACE = 2**36
"""Bytes of addresses: far more than anybody needs, few enough that page tables, which no limit counts, stay small."""


def enter(limits: Limits, folder: str, readable: Iterable[str]) -> list[str]:
    """Give up, for good, all that a worker does not need; return the names of mechanisms that are missing here.

    Args:
        limits: what the kernel shall enforce.
        folder: the only folder that stays writable.
        readable: files and folders that stay readable, besides a few of the system's.
    """
    missing = []
    for name, step in {
        "rlimits": lambda: set_limits(limits),
        "privileges": drop_privileges,
        "landlock": lambda: landlock.restrict([*readable, *SYSTEM_FILES], READ_AND_WRITE, folder),
        "seccomp": lambda: seccomp.install(os.getpid()),
    }.items():
        try:
            step()
        except (OSError, ValueError, AttributeError):
            missing.append(name)
    return missing


def set_limits(limits: Limits) -> None:
    """Lower this process's resource limits; the hard ones too."""
    for kind, value in {
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_DATA": limits.memory_bytes,
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_AS": ADDRESS_SPACE,
        # 1, not 0: where cores go to a program the kernel heeds no other value. Nothing is written either way.
        "RLIMIT_CORE": 1,
        "RLIMIT_STACK": 8 * 2**20,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_MEMLOCK": 2**16,
    }.items():
        if hasattr(resource, kind):
            _lower(getattr(resource, kind), int(value), grace=1 if kind == "RLIMIT_CPU" else 0)


def _lower(kind: int, value: int, grace: int) -> None:
    hard = resource.getrlimit(kind)[1]
    highest = value + grace if hard == resource.RLIM_INFINITY else min(value + grace, hard)
    resource.setrlimit(kind, (min(value, highest), highest))


def drop_privileges() -> None:
    """Drop all capabilities and rule out regaining any.

    The process stays "dumpable": its supervisor, as an ordinary user, must see which deleted files it keeps open. Who
    else may look at it is a process of the same user, and those that are not trusted are sandboxed themselves.
    """
    if not sys.platform.startswith("linux"):
        raise OSError("not Linux")
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            break  # beyond the last one, or an ordinary user, who has none to drop
    header = ctypes.create_string_buffer(struct.pack("<Ii", 0x20080522, 0), 8)
    nothing = ctypes.create_string_buffer(24)
    if libc().capset(header, nothing) != 0:
        raise OSError(ctypes.get_errno(), "capset")
    prctl(PR_SET_NO_NEW_PRIVS, 1)
