"""The worker: runs one request on untrusted code, then is gone. Everything here happens in a forked process.

Whatever the task needs of this package is imported before the sandbox closes; afterwards nothing of it can be read.
Only then the request is read, so that a worker can be there before it.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.abc
import importlib.util
import itertools
import linecache
import os
import random
import select
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any, NoReturn

from deepclinic.isolation import codec, sandbox
from deepclinic.isolation.limits import Limits

Emit = Callable[[Mapping[str, Any]], None]
Task = Callable[[Mapping[str, Any], Emit], None]
Rehearsal = Callable[[], Generator[None]]

FAULT_EXIT = 70


def work(
    envelope: Mapping[str, Any], asks: int, pipe: int, limits: Limits, folder: str, readable: Sequence[str]
) -> NoReturn:
    """Get ready for what the envelope tells, carry out the request that comes by `asks`, write frames to `pipe`.

    Envelope: "ahead" ({"task", "exercise", "not_allowed"}), "rehearse", "weak". Never returns.

    The first frame is {"event": "ready", "missing": [mechanisms]}, sent before any untrusted code can run; or {"event":
    "fault", "detail"}. The last is {"event": "done"}.
    """
    emit = _emitter(pipe)
    try:
        _settle((asks, pipe), folder)
        inherited = len(sys.modules)
        task, rehearsal = prepare(envelope["ahead"])
        _remember(len(sys.modules) - inherited)
        missing = sandbox.enter(limits, folder, readable)
        if missing and not envelope["weak"]:
            raise RuntimeError(f"this worker could not be isolated: {', '.join(missing)}")
        emit({"event": "ready", "missing": missing})
        if envelope["rehearse"] and rehearsal:
            _rehearse(rehearsal, asks)
        request = _read_request(asks)
    except BaseException:
        try:
            emit({"event": "fault", "detail": traceback.format_exc()[-4000:]})
        finally:
            os._exit(FAULT_EXIT)
    try:
        task(request, emit)
        emit({"event": "done"})
    except BaseException:
        os._exit(1)
    finally:
        os._exit(0)


def prepare(ahead: Mapping[str, Any]) -> tuple[Task, Rehearsal | None]:
    """Return what will be done with a request, with all of this package that it needs imported, and its rehearsal."""
    kind = ahead["task"]
    if kind == "observe":
        from deepclinic.isolation.rehearsal import rehearse

        return _observe(ahead["exercise"]), lambda: rehearse(ahead["not_allowed"])
    if kind == "read":
        from deepclinic.submission.reader import read, read_cells

        def read_it(request: Mapping[str, Any], emit: Emit) -> None:
            exercises = request["exercises"]
            if request["kind"] == "cells":
                emit(read_cells(request["cells"], exercises))
            else:
                emit(read(request["data"], request["kind"], exercises))

        return read_it, None
    if kind == "selftest":
        from deepclinic.isolation.attempts import attempt_all

        return attempt_all, None
    if kind == "execute":
        return lambda request, emit: _execute(request["source"], emit), None
    raise ValueError(f"no such task: {kind!r}")


def _rehearse(rehearsal: Rehearsal, asks: int) -> None:
    """Go through a rehearsal until it ends or a request is there: nobody shall wait for it."""
    asked = select.poll()
    asked.register(asks, select.POLLIN | select.POLLHUP)
    try:
        with contextlib.closing(rehearsal()) as steps:
            for _ in steps:
                if asked.poll(0):
                    break
    except Exception:
        pass  # it saves time, no more
    finally:
        settle_down()


def _read_request(asks: int) -> dict[str, Any]:
    data = bytearray()
    while part := os.read(asks, 2**20):
        data += part
    os.close(asks)
    if len(data) < 4 or len(data) != 4 + int.from_bytes(data[:4], "little"):
        raise EOFError("the supervisor went away")
    return codec.decode(bytes(data[4:]))


def _observe(exercise: str) -> Task:
    from deepclinic.probes import runner

    importlib.import_module(f"deepclinic.probes.{exercise}")
    for name in ("deepclinic.datasets", "deepclinic.probes.training", "deepclinic.probes.keras_layer"):
        if importlib.util.find_spec(name):
            importlib.import_module(name)

    def observe(request: Mapping[str, Any], emit: Emit) -> None:
        modules = request.get("modules") or {}
        if modules:
            sys.meta_path.append(Helpers(modules))
        names = ("exercise", "source", "probes", "seed", "not_allowed", "seal")
        arguments: dict[str, Any] = {name: request[name] for name in names}
        runner.observe(**arguments, emit=emit)

    return observe


def _execute(source: str, emit: Emit) -> None:
    """Run bare code with `emit` in reach: how the tests try what a hostile submission might."""
    linecache.cache["execute.py"] = (len(source), None, source.splitlines(keepends=True), "execute.py")
    exec(compile(source, "execute.py", "exec", dont_inherit=True), {"__name__": "execute", "emit": emit})


class Helpers(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Import the modules that were handed in beside a solution. Asked last, so that they hide no library."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        """Return the spec of a helper module, None for any other name."""
        if fullname in self._sources:
            return importlib.util.spec_from_loader(fullname, self, origin=f"{fullname}.py")
        return None

    def exec_module(self, module: Any) -> None:
        """Execute the helper; its lines are kept for tracebacks and for AutoGraph."""
        source, filename = self._sources[module.__name__], f"{module.__name__}.py"
        module.__file__ = filename
        linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
        exec(compile(source, filename, "exec", dont_inherit=True), module.__dict__)


def _emitter(pipe: int) -> Emit:
    encode, write = codec.encode, os.write

    def emit(frame: Mapping[str, Any]) -> None:
        try:
            data = encode(frame)
        except codec.NotPlainData as error:
            data = encode(_without_values(frame, error))
        view = memoryview(data)
        while view:
            view = view[write(pipe, view) :]

    return emit


def _without_values(frame: Mapping[str, Any], error: codec.NotPlainData) -> dict[str, Any]:
    """What is sent in place of a frame that cannot be carried: the same event, with the reason as its error."""
    kept = {key: frame[key] for key in ("event", "probe", "seconds", "seal") if key in frame}
    reason = {"type": "NotPlainData", "message": f"what was observed cannot be kept: {error}"[:500], "traceback": ""}
    return {**kept, "entries": {}, "notes": {}, "error": reason}


def _settle(kept: tuple[int, int], folder: str) -> None:
    """Leave behind what came with the fork: descriptors, signal handlers, working folder, random state."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    first, second = sorted(kept)
    os.closerange(3, first)
    os.closerange(first + 1, second)
    os.closerange(second + 1, max(4096, nothing + 1))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    _prefer_to_be_killed()
    os.chdir(folder)
    os.environ.update(HOME=folder, TMPDIR=folder, KERAS_HOME=folder)
    tempfile.tempdir = folder
    settle_down()


def settle_down() -> None:
    """Make what depends on chance begin as in every worker."""
    random.seed(0)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(0)


def _prefer_to_be_killed() -> None:
    """Where the machine runs out of memory, it shall be this process that goes, not the judge."""
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
    except OSError:
        pass


def _remember(imported: int) -> None:
    """Keep the sources of the probes for AutoGraph, and what folders hold for the import system.

    Only the modules imported last are looked at: to walk over all would touch, and so copy, thousands of shared pages.
    """
    for name in list(itertools.islice(reversed(sys.modules), max(imported, 0))):
        file = getattr(sys.modules[name], "__file__", None) if name.startswith("deepclinic.probes") else None
        if file:
            lines = linecache.getlines(file)
            linecache.cache[file] = (len(lines), None, lines, file)  # no time of change: never looked at again
    for folder in sys.path:  # these may not be listable afterwards, what is inside them is
        finder = sys.path_importer_cache.get(folder)
        if finder is not None:
            finder.find_spec("deepclinic_no_such_module")
