"""The worker: runs one request on untrusted code, then is gone. Everything here happens in a forked process.

Whatever the task needs of this package is imported before the sandbox closes; afterwards nothing of it can be read.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.util
import itertools
import linecache
import os
import random
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from deepclinic.isolation import codec, sandbox
from deepclinic.isolation.limits import Limits

Emit = Callable[[Mapping[str, Any]], None]
Task = Callable[[Emit], None]

FAULT_EXIT = 70


def work(request: bytes, pipe: int, limits: Limits, folder: str, readable: Sequence[str], weak: bool) -> NoReturn:
    """Carry out an encoded request and write frames to `pipe`. Never returns.

    The first frame is {"event": "ready", "missing": [mechanisms]}, sent before any untrusted code can run; or {"event":
    "fault", "detail"}. The last is {"event": "done"}.
    """
    emit = _emitter(pipe)
    try:
        _settle(pipe, folder)
        inherited = len(sys.modules)
        task = prepare(codec.decode(request))
        _remember(len(sys.modules) - inherited)
        missing = sandbox.enter(limits, folder, readable)
        if missing and not weak:
            raise RuntimeError(f"this worker could not be isolated: {', '.join(missing)}")
        emit({"event": "ready", "missing": missing})
    except BaseException:
        try:
            emit({"event": "fault", "detail": traceback.format_exc()[-4000:]})
        finally:
            os._exit(FAULT_EXIT)
    try:
        task(emit)
        emit({"event": "done"})
    except BaseException:
        os._exit(1)
    finally:
        os._exit(0)


def prepare(request: Mapping[str, Any]) -> Task:
    """Return what is to be done, with all of this package that it needs imported."""
    kind = request["task"]
    if kind == "observe":
        return _observe(request)
    if kind == "read":
        from deepclinic.submission.reader import read, read_cells

        exercises = request["exercises"]
        if request["kind"] == "cells":
            return lambda emit: emit(read_cells(request["cells"], exercises))
        return lambda emit: emit(read(request["data"], request["kind"], exercises))
    if kind == "selftest":
        from deepclinic.isolation.attempts import attempt_all

        return lambda emit: attempt_all(request, emit)
    if kind == "execute":
        return lambda emit: _execute(request["source"], emit)
    raise ValueError(f"no such task: {kind!r}")


def _observe(request: Mapping[str, Any]) -> Task:
    from deepclinic.probes import runner

    importlib.import_module(f"deepclinic.probes.{request['exercise']}")
    for name in ("deepclinic.datasets", "deepclinic.probes.training", "deepclinic.probes.keras_layer"):
        if importlib.util.find_spec(name):
            importlib.import_module(name)
    modules = request.get("modules") or {}
    if modules:
        sys.meta_path.append(Helpers(modules))
    names = ("exercise", "source", "probes", "seed", "not_allowed", "seal")
    arguments: dict[str, Any] = {name: request[name] for name in names}
    return lambda emit: runner.observe(**arguments, emit=emit)


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


def _settle(pipe: int, folder: str) -> None:
    """Leave behind what came with the fork: descriptors, signal handlers, working folder, random state."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.closerange(3, pipe)
    os.closerange(pipe + 1, max(4096, nothing + 1))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    _prefer_to_be_killed()
    os.chdir(folder)
    os.environ.update(HOME=folder, TMPDIR=folder, KERAS_HOME=folder)
    tempfile.tempdir = folder
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
