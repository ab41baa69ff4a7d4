"""Run the probes of an exercise on one solution, inside a worker, and emit what they saw frame by frame.

Trusts nothing that the solution returns: whatever it raises (also `SystemExit` or `KeyboardInterrupt`) is written down
as the solution's own error, and values are copied into exact built-in types before they are emitted.

What a solution must not have is gone before it is loaded (`watch`), it sees neither frames nor memory (`privacy`), what
it exchanges in the libraries is put back (`instruments`), and frames that do not carry the seal are not believed. All
of this lives in the process that it guards, and makes cheating more work than the exercise: code that knows this
package and computes the right values can still write them into a probe's notebook itself.
"""

from __future__ import annotations
import __future__

import ast
import functools
import importlib
import linecache
import operator
import re
import sys
import time
import traceback
import types
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import tensorflow as tf

from deepclinic.probes.instruments import watched_over
from deepclinic.probes.lab import Lab, MissingName
from deepclinic.probes.privacy import keep_private
from deepclinic.probes.watch import Watch

_FUTURE = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)
MAX_MESSAGE = 500
MAX_TRACEBACK = 3000
MAX_FULL = 8000

Emit = Callable[[Mapping[str, Any]], None]


def observe(
    exercise: str, source: str, probes: Sequence[str], seed: int, not_allowed: Sequence[str], seal: str, emit: Emit
) -> None:
    """Load `source` as a module named `exercise`, run the named probes, emit frames that carry the `seal`.

    Frames: {"event": "loaded"} or {"event": "load_error", "error": …}; then for each probe {"event": "begin", "probe"}
    and {"event": "end", "probe", "entries", "notes", "error", "seconds"}. `error` is None or {"type", "message",
    "traceback", "full"}, the last with the libraries' frames. {"event": "ready_made", "name"} is sent at the moment in
    which a feature of `not_allowed` is entered.
    """
    warnings.simplefilter("ignore")
    # Graphs of tiny networks that run for moments: to optimize one takes longer than it saves.
    tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
    functions = importlib.import_module(f"deepclinic.probes.{exercise}")
    filename = f"{exercise}.py"
    loading = True

    def send(**frame: Any) -> None:
        emit({"seal": seal, **frame})

    def tell(name: str) -> None:
        if not loading:  # experiments at the top level are left out, and cost nothing
            send(event="ready_made", name=name)

    run = {probe: getattr(functions, probe) for probe in probes}
    with Watch(not_allowed, tell, for_good=True) as watch:
        put_back = watched_over()  # after the watch: what it took away is not to be put back
        _hide()
        keep_private()
        module, error = load(exercise, source, filename, watch)
        if error:
            send(event="load_error", error=error)
            return
        send(event="loaded")
        loading = False
        put_back()  # here and at the end of each probe; what a thread changes in between is noticed then
        for probe in probes:
            send(event="begin", probe=probe)
            started = time.perf_counter()
            watch.forget()
            watch.extend()
            lab = Lab(module, seed, probe)
            error = _attempt(lambda lab=lab, probe=probe: run[probe](lab), filename)
            changed = put_back()
            if changed and error is None:
                message = f"it exchanged {', '.join(changed[:5])} while it was observed"
                error = {"type": "Exchanged", "message": message, "traceback": ""}
            send(
                event="end",
                probe=probe,
                entries=lab.entries,
                notes=lab.notes,
                error=error,
                seconds=time.perf_counter() - started,
            )


def load(name: str, source: str, filename: str, watch: Watch) -> tuple[types.ModuleType, dict[str, str] | None]:
    """Execute `source` as the module `name`; return the module and the error that ended it, if any.

    Statement by statement: one that stumbles over a feature that has been taken away is an experiment, say a comparison
    with the ready-made layer below one's own, and is passed over.
    """
    module = types.ModuleType(name)
    module.__file__ = filename
    # Nobody sits before a worker: a question is answered as if Enter had been pressed, and the solution goes on.
    module.__dict__["input"] = lambda prompt="": ""
    sys.modules[name] = module
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    parts: list[types.CodeType] = []
    error = _attempt(lambda: parts.extend(_statements(source, filename)), filename)
    for code in parts if error is None else ():
        error = _attempt(lambda code=code: exec(code, module.__dict__), filename)
        if error and not watch.entered():
            break
        error = None
        watch.forget()
    return module, error


def _statements(source: str, filename: str) -> list[types.CodeType]:
    """Compile each top-level statement by itself; what `from __future__` imports holds for all."""
    whole = compile(source, filename, "exec", dont_inherit=True)
    future = whole.co_flags & _FUTURE
    tree = ast.parse(source, filename)
    return [compile(ast.Module([node], []), filename, "exec", future, dont_inherit=True) for node in tree.body]


def _hide() -> None:
    """What a solution could import of this package would be the very modules that observe it."""
    for name in [name for name in sys.modules if name.startswith(("deepclinic.probes", "deepclinic.isolation"))]:
        del sys.modules[name]
    for name in ("probes", "isolation"):
        vars(sys.modules["deepclinic"]).pop(name, None)


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
