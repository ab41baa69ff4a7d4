"""Run the probes of an exercise on one solution, inside a worker, and emit what they saw frame by frame.

Trusts nothing that the solution returns: whatever it raises (also `SystemExit` or `KeyboardInterrupt`) is written down
as the solution's own error, and values are copied into exact built-in types before they are emitted.
"""

from __future__ import annotations

import importlib
import linecache
import re
import sys
import time
import traceback
import types
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import tensorflow as tf

from deepclinic.probes.lab import Lab, MissingName
from deepclinic.probes.watch import Watch

MAX_MESSAGE = 500
MAX_TRACEBACK = 3000
MAX_FULL = 8000

Emit = Callable[[Mapping[str, Any]], None]


def observe(
    exercise: str, source: str, probes: Sequence[str], seed: int, not_allowed: Sequence[str], emit: Emit
) -> None:
    """Load `source` as a module named `exercise`, run the named probes, emit frames.

    Frames: {"event": "loaded"} or {"event": "load_error", "error": …}; then for each probe {"event": "begin", "probe"}
    and {"event": "end", "probe", "entries", "notes", "error", "ready_made", "seconds"}. `error` is None or
    {"type", "message", "traceback", "full"}, the last with the libraries' frames; `ready_made` lists forbidden features
    (of `not_allowed`) entered in this probe.
    """
    warnings.simplefilter("ignore")
    # Graphs of tiny networks that run for moments: to optimize one takes longer than it saves.
    tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
    functions = importlib.import_module(f"deepclinic.probes.{exercise}")
    filename = f"{exercise}.py"
    module, error = load(exercise, source, filename)
    if error:
        emit({"event": "load_error", "error": error})
        return
    emit({"event": "loaded"})
    with Watch(not_allowed) as watch:
        for probe in probes:
            emit({"event": "begin", "probe": probe})
            started = time.perf_counter()
            watch.forget()
            lab = Lab(module, seed, probe)
            error = _attempt(lambda lab=lab, probe=probe: getattr(functions, probe)(lab), filename)
            emit(
                {
                    "event": "end",
                    "probe": probe,
                    "entries": lab.entries,
                    "notes": lab.notes,
                    "error": error,
                    "ready_made": watch.entered(),
                    "seconds": time.perf_counter() - started,
                }
            )


def load(name: str, source: str, filename: str) -> tuple[types.ModuleType, dict[str, str] | None]:
    """Execute `source` as the module `name`; return the module and the error that ended it, if any."""
    module = types.ModuleType(name)
    module.__file__ = filename
    sys.modules[name] = module
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)

    def execute() -> None:
        exec(compile(source, filename, "exec", dont_inherit=True), module.__dict__)

    return module, _attempt(execute, filename)


def _attempt(call: Callable[[], Any], filename: str) -> dict[str, str] | None:
    try:
        call()
    except MissingName as error:
        return {"type": "MissingName", "message": str(error), "traceback": ""}
    except BaseException as error:
        return _describe(error, filename)
    return None


def _unwrapped(message: str) -> str:
    """Return what was raised, without the frame that Keras puts around it and without colours."""
    message = re.sub(r"\x1b\[[0-9;]*m", "", message)
    for frame in (
        r"Exception encountered when calling [^\n]*\n\n(.*?)\n\nArguments received by .*",
        r"Could not automatically infer the output shape / dtype of .*?Error encountered:\n\n(.*)",
    ):
        framed = re.fullmatch(frame, message, re.DOTALL)
        message = framed[1] if framed else message
    return message.strip()


def _describe(error: BaseException, filename: str) -> dict[str, str]:
    name = type.__getattribute__(type(error), "__name__")
    try:
        message = _unwrapped(str(error))[:MAX_MESSAGE]
    except BaseException:
        message = "(the exception has no readable message)"
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == filename]
    lines = [f"line {f.lineno}, in {f.name}\n    {f.line}" for f in frames[-6:]]
    if isinstance(error, SyntaxError) and error.filename == filename:
        caret = " " * max((error.offset or 1) - 1, 0) + "^"
        lines = [f"line {error.lineno}\n    {(error.text or '').rstrip()}\n    {caret}"]
    beyond = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != __file__]
    full = "".join(traceback.format_list(beyond))[-MAX_FULL:]
    return {
        "type": str(name)[:80],
        "message": str(message),
        "traceback": "\n".join(lines)[:MAX_TRACEBACK],
        "full": full,
    }
