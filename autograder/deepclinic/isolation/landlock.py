"""Landlock: which files a process may touch, for the rest of its life (kernel 5.13 and later).

Landlock does not restrict stat(2), chdir(2), nor changes of mode, owner and times: seccomp refuses the latter; that a
path exists, and its size, a worker can find out.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Iterable

from deepclinic.isolation.linux import syscall

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every architecture

_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_READ = _READ_FILE | _READ_DIR
_OWN = _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
_FILE_ONLY = _READ_FILE | _WRITE_FILE | _TRUNCATE

_HANDLED_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP = 0b11  # bind, connect: from ABI 4
_SCOPES = 0b11  # abstract UNIX sockets, signals: from ABI 6


def abi() -> int:
    """Return the version of Landlock that this kernel offers; 0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0  # the same number is another call there
    try:
        return syscall(_CREATE_RULESET, None, 0, 1)
    except OSError:
        return 0


def restrict(readable: Iterable[str], readable_and_writable: Iterable[str], own_folder: str) -> None:
    """Leave this thread, and all that it will start, only these files; no TCP, no signals to others where known.

    Needs `no_new_privs`. Paths that do not exist are passed over.

    Raises:
        OSError: when the kernel has no Landlock, or refuses.
    """
    version = abi()
    if version < 1:
        raise OSError(errno.ENOSYS, "no Landlock in this kernel")
    handled = _HANDLED_FILES[min(version, 5)]
    attributes = struct.pack(
        "<QQQ", handled, _TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0
    )  # fmt: skip
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = syscall(_CREATE_RULESET, ctypes.create_string_buffer(attributes, len(attributes)), size, 0)
    try:
        for path in readable:
            _allow(ruleset, path, _READ & handled)
        for path in readable_and_writable:
            _allow(ruleset, path, (_READ | _WRITE_FILE) & handled)
        _allow(ruleset, own_folder, _OWN & handled)
        syscall(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            access &= _FILE_ONLY
        rule = ctypes.create_string_buffer(struct.pack("<Qi", access, descriptor), 12)
        syscall(_ADD_RULE, ruleset, 1, rule, 0)
    finally:
        os.close(descriptor)
