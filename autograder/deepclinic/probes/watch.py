"""Notices at run time when a feature that an exercise does not allow is entered, by whatever name it was reached.

The code object of the feature's own function is swapped for one that takes a note and goes on, so that every alias
(`L = keras.layers`, `getattr`, a reference taken before the watch began, Keras calling it for the student) meets it,
also inside `tf.function`, `fit` and `jit_compile`, where Python runs while the graph is made.

Out of scope, because the watch lives in the process that it watches: code that finds this module's records and rewrites
them, graphs that were traced or loaded before the watch began, and copies of a library's source text or of its lowest
functions. The first kind is hindered (swapping code back is noticed by an audit hook, which cannot be removed), while
the others are left to the reading of the source (`deepclinic.submission.from_scratch`).
"""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterable
from types import CodeType, FunctionType
from typing import Any

from deepclinic.probes.watch_features import features

MAX_ENTERED = 10
"""Names remembered between two calls of `forget`: the first few say it all."""

_ENTRY = "<deepclinic entry>"


class Watch:
    """Context manager: while it is open, `entered()` lists the forbidden features that were entered.

    `not_allowed`: dotted public names, `fnmatch` patterns per part, such as `keras.layers.*Normalization`. Opening it
    costs a few milliseconds and runs no op; closing it puts everything back.
    """

    __slots__ = ("_close", "_open", "entered", "forget")

    entered: Callable[[], list[str]]
    """Names entered since the watch was opened or `forget` was called, the first first."""
    forget: Callable[[], None]
    """Begin anew: the names noted so far are dropped."""

    def __init__(self, not_allowed: Iterable[str]) -> None:
        # The records live in closures: nothing to reach through an attribute.
        patterns = tuple(not_allowed)
        names: dict[str, None] = {}
        hooks: dict[FunctionType, tuple[CodeType, CodeType, str]] = {}

        def note(name: str) -> None:
            if len(names) < MAX_ENTERED:
                names[name] = None

        def removed(function: FunctionType) -> None:
            note(f"{hooks[function][2]} (the watch on it was removed)")

        def open_() -> None:
            for name, function in features(patterns):
                if function not in hooks:
                    hook = _hook(function, functools.partial(note, name))
                    hooks[function] = (function.__code__, hook, name)
                    function.__code__ = hook
            _guard(hooks, removed)

        def close() -> None:
            _guard(None, None)
            for function, (code, _, _) in hooks.items():
                function.__code__ = code
            hooks.clear()

        def entered() -> list[str]:
            for function, (_, hook, _) in hooks.items():
                if function.__code__ is not hook:
                    removed(function)
            return list(names)

        self._open, self._close, self.entered, self.forget = open_, close, entered, names.clear

    def __enter__(self) -> Watch:
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._close()


def _hook(function: FunctionType, note: Callable[[], None]) -> CodeType:
    """Code with the signature and the free variables of `function` that calls `note` and goes on with the original."""
    original = FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    original.__kwdefaults__ = function.__kwdefaults__

    def entry(*args: Any, **kwargs: Any) -> Any:
        note()
        return original(*args, **kwargs)

    code = _template(function.__code__)
    return code.replace(co_consts=tuple(entry if const == _ENTRY else const for const in code.co_consts))


@functools.cache
def _template(code: CodeType) -> CodeType:
    count, only, keyword = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    names = list(code.co_varnames)
    plain, keywords, rest = names[:count], names[count : count + keyword], names[count + keyword :]
    star = f"*{rest.pop(0)}" if code.co_flags & inspect.CO_VARARGS else ("*" if keywords else "")
    double = f"**{rest[0]}" if code.co_flags & inspect.CO_VARKEYWORDS else ""
    takes = [*plain[:only], *(["/"] if only else []), *plain[only:], star, *keywords, double]
    gives = [*plain, star if len(star) > 1 else "", *(f"{name}={name}" for name in keywords), double]
    call = f"_deepclinic_entry({', '.join(filter(None, gives))})"
    if code.co_flags & inspect.CO_GENERATOR:  # Python 3.13 warns when a generator becomes a plain function
        call = f"(yield from {call})"
    # The free variables are named after the return: that is enough for the compiler to make them free.
    source = (
        f"def make({', '.join(code.co_freevars)}):\n"
        f" def hook({', '.join(filter(None, takes))}):\n"
        f"  _deepclinic_entry = {_ENTRY!r}\n"
        f"  return {call}\n"
        f"  {', '.join(code.co_freevars) or 'pass'}\n"
        " return hook\n"
    )
    make = next(c for c in compile(source, "<watch>", "exec").co_consts if isinstance(c, CodeType))
    hook = next(c for c in make.co_consts if isinstance(c, CodeType))
    return hook.replace(co_name=code.co_name, co_qualname=code.co_qualname)


def _guard_hook() -> Callable[[Any, Any], None]:
    watched: Any = None
    tell: Any = None
    installed = False

    def audit(event: str, args: tuple[Any, ...]) -> None:
        if watched is not None and event == "object.__setattr__":
            thing, attribute = args[0], args[1]
            if attribute == "__code__" and type(thing) is FunctionType and thing in watched:
                tell(thing)

    def guard(hooks: Any, removed: Any) -> None:
        nonlocal watched, tell, installed
        watched, tell = hooks, removed
        if hooks and not installed:
            installed = True
            sys.addaudithook(audit)

    return guard


_guard = _guard_hook()
"""Reports whoever gives a watched function another code object, also if it is put back before anyone looks.

Audit hooks stay for the life of the process; a worker lives for one submission.
"""
