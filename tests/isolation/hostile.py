"""Run a piece of hostile code in a worker and hear what came of it."""

from __future__ import annotations

import textwrap

from deepclinic.isolation import Limits, Run, Workers

PRELUDE = '''
import ctypes, os, signal, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def call(number, *arguments):
    """A bare system call; raises OSError where it is refused."""
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = libc.syscall(ctypes.c_long(number), *given)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
'''


def execute(workers: Workers, source: str, limits: Limits | None = None) -> Run:
    """Run code that has `emit`, `call`, `os`, `ctypes`, `signal` and `sys` in reach."""
    code = PRELUDE + textwrap.dedent(source)
    return workers.run({"task": "execute", "source": code}, limits or Limits(wall_seconds=30))


def refused(workers: Workers, source: str) -> str:
    """Return "OSError: …" where `source` is stopped by one, else "possible"."""
    body = textwrap.indent(textwrap.dedent(source).strip(), "    ")
    run = execute(
        workers, f"try:\n{body}\nexcept (OSError, ValueError) as e:\n    emit({{'r': f'{{type(e).__name__}}: {{e}}'}})"
                 "\nelse:\n    emit({'r': 'possible'})",
    )  # fmt: skip
    return run.frames[0]["r"] if run.frames else f"{run.ended}: {run.detail}"
