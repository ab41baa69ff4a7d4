"""The supervisor: lives as long as one worker, watches it from outside, and leaves nothing of it behind."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Sequence
from typing import Any, NoReturn

from deepclinic.isolation import codec, folders
from deepclinic.isolation.limits import Limits
from deepclinic.isolation.linux import PR_SET_CHILD_SUBREAPER, die_with_parent, prctl
from deepclinic.isolation.worker import work

LOOK = 0.05
"""Seconds between two looks at a worker's memory and threads."""
LOOK_AT_FOLDER = 5
"""The folder is looked at every so many looks."""
OUT_OF_MEMORY = (
    "this machine, or its container, ran out of memory and the kernel ended the worker; "
    "close other programs or, for a class, grade with fewer workers (--jobs)"
)
_PAGE = resource.getpagesize()


def supervise(status: int, pipe: int, life: int, readable: Sequence[str], parent: int) -> NoReturn:
    """Have a worker carry out a request that comes by the socket `status`; send one line of JSON about its end.

    First comes what a worker can get ready for, then, at once or much later, the request. The line: {"exit", "signal",
    "limit", "cpu_seconds", "own_seconds", "max_rss"}, and "detail" where the limit is "fault"; it is sent when the
    worker, all that it started and its folder are gone. The other side of `status` or of `life` closing its end means:
    kill. Never returns.
    """
    code = 1
    try:
        if sys.platform.startswith("linux"):
            die_with_parent(parent)
            prctl(PR_SET_CHILD_SUBREAPER, 1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        envelope = _receive(status)
        folder, limits = envelope["folder"], Limits(**envelope["limits"])
        me = os.getpid()
        asks, tells = os.pipe()
        try:
            os.mkdir(folder, 0o700)
            worker = os.fork()
        except OSError as error:  # a full disk, too many processes: nobody's submission is to blame
            _report(status, {"exit": None, "signal": None, "limit": "fault", "detail": f"no worker: {error}"})
            os._exit(0)
        if worker == 0:
            os.setsid()
            if sys.platform.startswith("linux"):
                die_with_parent(me)
            os.close(tells)
            work(envelope, asks, pipe, limits, folder, readable)
        os.close(pipe)
        os.close(asks)
        in_vain = _hand_over(worker, status, life, tells)
        report = _watch(worker, (status, life), limits, folder)
        if in_vain:  # whatever the worker died of, it was not what it was asked to do
            report.update(limit=in_vain, detail=f"the worker ended before it was asked for anything ({report})")
        folders.remove(folder)
        _report(status, {**report, "own_seconds": time.process_time()})
        code = 0
    finally:
        os._exit(code)


def _hand_over(worker: int, status: int, life: int, tells: int) -> str | None:
    """Pass the request on when it comes. "fault": the worker did not live to hear it; "told": nobody asks any more."""
    poll = select.poll()
    for descriptor in (status, life):
        poll.register(descriptor, select.POLLIN | select.POLLHUP)
    try:
        if life in dict(poll.poll()):
            raise EOFError("the parent of workers is ending")
        request = _read_sized(status)
        left = memoryview(len(request).to_bytes(4, "little") + request)
        while left:
            left = left[os.write(tells, left) :]
        return None
    except BrokenPipeError:
        return "fault"
    except (EOFError, ConnectionError):
        _kill(worker)
        return "told"
    finally:
        os.close(tells)


def _receive(status: int) -> dict[str, Any]:
    return codec.decode(_read_sized(status), codec.FrameLimits(frame_bytes=2**31))


def _read_sized(status: int) -> bytes:
    return _read(status, int.from_bytes(_read(status, 4), "little"))


def _read(descriptor: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = os.read(descriptor, min(size - len(data), 2**20))
        if not part:
            raise EOFError("the judge went away")
        data += part
    return bytes(data)


def _report(status: int, report: dict[str, Any]) -> None:
    data = (json.dumps(report) + "\n").encode()
    while data:
        data = data[os.write(status, data) :]


def _watch(worker: int, orders: tuple[int, int], limits: Limits, folder: str) -> dict[str, Any]:
    """Wait for the worker's end, or bring it about."""
    deadline = time.monotonic() + limits.wall_seconds_total
    poll = select.poll()
    for descriptor in orders:
        poll.register(descriptor, select.POLLIN | select.POLLHUP)
    pidfd = _pidfd(worker)
    if pidfd is not None:
        poll.register(pidfd, select.POLLIN)
    limit, peak, looks = None, 0, 0
    shortages = _shortages()
    while True:
        done, code, usage = os.wait4(worker, os.WNOHANG)
        if done:
            break
        ready = dict(poll.poll(1000 * (LOOK if pidfd is not None else LOOK / 5)))
        if ready.keys() & set(orders):
            limit = "told"
        elif pidfd is not None and pidfd in ready:
            continue
        elif time.monotonic() > deadline:
            limit = "wall_time"
        else:
            looks += 1
            resident, data, threads = _look(worker)
            peak = max(peak, resident, data)
            if resident > limits.memory_bytes + 2**29:  # inherited pages count too
                limit = "memory"
            elif threads > limits.threads:
                limit = "threads"
            elif looks % LOOK_AT_FOLDER == 0:
                left = limits.disk_bytes - folders.hidden(worker, folder, limits.file_bytes)
                limit = folders.exceeds(folder, left, limits.files)
        if limit:
            _kill(worker)
            _, code, usage = os.wait4(worker, 0)
            break
    _kill_strays(worker)
    if pidfd is not None:
        os.close(pidfd)
    number = os.WTERMSIG(code) if os.WIFSIGNALED(code) else None
    cpu = usage.ru_utime + usage.ru_stime
    if limit is None:
        short = number == signal.SIGKILL and cpu < limits.cpu_seconds and _shortages() > shortages
        limit = "fault" if short else _explain(number, cpu, peak, limits)
    return {
        "exit": None if number else os.WEXITSTATUS(code),
        "signal": number,
        "limit": limit,
        "cpu_seconds": cpu,
        "max_rss": usage.ru_maxrss * 1024,
        **({"detail": OUT_OF_MEMORY} if limit == "fault" else {}),
    }


def _shortages() -> int:
    """How many processes the kernel has killed for want of memory since the machine started; 0 where it is not told.

    A worker stays within its own limit, so that the want is the machine's, or its container's: the submission is not
    to blame. A worker that kills itself is not taken for one of these, unless another was killed in the same seconds;
    it is then left for a person and earns nothing.
    """
    try:
        with open("/proc/vmstat", "rb") as file:
            return next((int(line.split()[1]) for line in file if line.startswith(b"oom_kill ")), 0)
    except OSError:
        return 0


def _explain(number: int | None, cpu: float, peak: int, limits: Limits) -> str | None:
    """Name the limit behind a death by a signal that was not ours."""
    if number == signal.SIGXCPU or (number == signal.SIGKILL and cpu >= limits.cpu_seconds):
        return "cpu_time"
    if number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGKILL, signal.SIGBUS) and peak > 0.8 * limits.memory_bytes:
        return "memory"
    return None


def _pidfd(worker: int) -> int | None:
    try:
        return os.pidfd_open(worker)
    except (AttributeError, OSError):
        return None


def _look(worker: int) -> tuple[int, int, int]:
    """Resident bytes, private bytes and number of threads of the worker; zeros where the system does not tell."""
    try:
        with open(f"/proc/{worker}/statm", "rb") as file:
            fields = file.read().split()
        with open(f"/proc/{worker}/stat", "rb") as file:
            threads = int(file.read().rpartition(b")")[2].split()[17])
        return int(fields[1]) * _PAGE, int(fields[5]) * _PAGE, threads
    except (OSError, IndexError, ValueError):
        return 0, 0, 0


def _kill(worker: int) -> None:
    for kill in (os.killpg, os.kill):
        try:
            kill(worker, signal.SIGKILL)
        except OSError:
            pass


def _kill_strays(worker: int) -> None:
    """End what the worker may have started where no filter kept it from forking: orphans come to this process."""
    try:
        os.killpg(worker, signal.SIGKILL)
    except OSError:
        pass
    until = time.monotonic() + 5
    while time.monotonic() < until:
        for child in _children():
            _kill(child)
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.002)
        except ChildProcessError:
            return


def _children() -> list[int]:
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:
        return []
