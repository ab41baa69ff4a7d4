"""Run a Python program as on a kernel without Landlock and seccomp: `python old_kernel.py PROGRAM ARGUMENTS…`.

A filter of system calls answers as such a kernel does, for this process and all that it starts.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

LOAD, EQUAL, RETURN, ALLOW = 0x20, 0x15, 0x06, 0x7FFF0000
PRCTL = {"x86_64": 157, "aarch64": 167}[platform.machine()]
PROGRAM = [
    (LOAD, 0, 0, 0),
    (EQUAL, 5, 0, 444), (EQUAL, 4, 0, 445), (EQUAL, 3, 0, 446),  # Landlock: no such call
    (EQUAL, 0, 3, PRCTL), (LOAD, 0, 0, 16), (EQUAL, 2, 1, 22),  # prctl(PR_SET_SECCOMP): no such option
    (RETURN, 0, 0, 0x50000 | errno.ENOSYS), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, 0x50000 | errno.EINVAL),
]  # fmt: skip


def pretend() -> None:
    """Install the filter."""
    libc = ctypes.CDLL(None, use_errno=True)
    code = b"".join(struct.pack("<HBBI", *instruction) for instruction in PROGRAM)
    kept = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(struct.pack("<HxxxxxxQ", len(PROGRAM), ctypes.addressof(kept)))
    for option, first, second in ((38, 1, None), (22, 2, header)):
        if libc.prctl(option, ctypes.c_ulong(first), second, ctypes.c_ulong(0), ctypes.c_ulong(0)):
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    pretend()
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
