"""Takes away what an exercise does not allow, and notices who reaches for it, by whatever name.

The code object of the feature's own function is swapped for one that tells and raises, so that every alias
(`L = keras.layers`, `getattr`, a reference taken earlier, Keras calling it for the student) meets it, also inside
`tf.function`, `fit` and `jit_compile`, where Python runs while the graph is made. In a worker this is done before the
solution is loaded and nothing is kept of the original: whoever erases what the watch knows still has no feature.

An audit hook, which cannot be removed, refuses to give such a function other code and to execute a library's file once
more. Out of reach for a watch that lives in the process that it watches: a feature's source text copied under another
name, and TensorFlow's kernels called through its C interface. There the reading of the source
(`deepclinic.submission.from_scratch`) is all there is.
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


class NotFromScratch(BaseException):
    """A feature that the exercise does not allow was entered. No `Exception`: `except Exception` shall not hide it."""


class Watch:
    """Context manager: while it is open, each forbidden feature raises `NotFromScratch`, and `entered()` lists it.

    Args:
        not_allowed: dotted public names, `fnmatch` patterns per part, such as `keras.layers.*Normalization`.
        tell: called with the name of a feature at the moment in which it is entered.
        for_good: keep nothing of the originals, so that nobody can find them; closing then puts nothing back.

    Opening it costs a few milliseconds and runs no op.
    """

    __slots__ = ("_close", "_open", "entered", "extend", "forget")

    entered: Callable[[], list[str]]
    """Names entered since the watch was opened or `forget` was called, the first first."""
    forget: Callable[[], None]
    """Begin anew: the names noted so far are dropped."""
    extend: Callable[[], None]
    """Take away, too, what belongs to libraries that have been imported since."""

    def __init__(
        self, not_allowed: Iterable[str], tell: Callable[[str], None] | None = None, for_good: bool = False
    ) -> None:
        # The records live in closures: nothing to reach through an attribute.
        patterns = tuple(not_allowed)
        names: dict[str, None] = {}
        hooked: dict[FunctionType, str] = {}
        originals: list[tuple[FunctionType, CodeType]] = []
        files: dict[str, str] = {}
        modules = 0

        def enter(name: str) -> None:
            if name not in names and len(names) < MAX_ENTERED:
                names[name] = None
                if tell:
                    tell(name)
            raise NotFromScratch(f"{name} is what this exercise is about, so it is not there.")

        def extend() -> None:
            nonlocal modules
            if len(sys.modules) == modules:
                return
            modules = len(sys.modules)
            for name, function in features(patterns):
                if function in hooked:
                    continue
                code = function.__code__
                if not for_good:
                    originals.append((function, code))
                if not code.co_filename.startswith("<"):
                    files.setdefault(code.co_filename, name)
                function.__code__ = _hook(code, functools.partial(enter, name))
                hooked[function] = name

        def open_() -> None:
            extend()
            _guard(hooked, files, enter)

        def close() -> None:
            _guard({}, {}, enter)
            for function, code in originals:
                function.__code__ = code
            originals.clear()
            hooked.clear()

        self._open, self._close, self.extend, self.forget = open_, close, extend, names.clear
        self.entered = lambda: list(names)

    def __enter__(self) -> Watch:
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._close()


def _hook(original: CodeType, enter: Callable[[], None]) -> CodeType:
    """Code with the signature and the free variables of `original` that calls `enter` and does nothing else."""
    takes = inspect.CO_VARARGS | inspect.CO_VARKEYWORDS | inspect.CO_GENERATOR
    count = original.co_argcount + original.co_kwonlyargcount
    count += bool(original.co_flags & inspect.CO_VARARGS) + bool(original.co_flags & inspect.CO_VARKEYWORDS)
    code = _template(
        original.co_argcount, original.co_posonlyargcount, original.co_kwonlyargcount,
        original.co_varnames[:count], original.co_freevars, original.co_flags & takes,
    )  # fmt: skip
    consts = tuple(enter if const == _ENTRY else const for const in code.co_consts)
    return code.replace(co_consts=consts, co_name=original.co_name, co_qualname=original.co_qualname)


@functools.cache
def _template(
    count: int, only: int, keyword: int, names: tuple[str, ...], free: tuple[str, ...], flags: int
) -> CodeType:
    plain, keywords, rest = list(names[:count]), names[count : count + keyword], list(names[count + keyword :])
    star = f"*{rest.pop(0)}" if flags & inspect.CO_VARARGS else ("*" if keywords else "")
    double = f"**{rest[0]}" if flags & inspect.CO_VARKEYWORDS else ""
    takes = [*plain[:only], *(["/"] if only else []), *plain[only:], star, *keywords, double]
    call = "_deepclinic_entry()"
    if flags & inspect.CO_GENERATOR:  # Python 3.13 warns when a generator becomes a plain function
        call = f"(yield from {call})"
    # The free variables are named after the return: that is enough for the compiler to make them free.
    source = (
        f"def make({', '.join(free)}):\n"
        f" def hook({', '.join(filter(None, takes))}):\n"
        f"  _deepclinic_entry = {_ENTRY!r}\n"
        f"  return {call}\n"
        f"  {', '.join(free) or 'pass'}\n"
        " return hook\n"
    )
    make = next(c for c in compile(source, "<watch>", "exec").co_consts if isinstance(c, CodeType))
    return next(c for c in make.co_consts if isinstance(c, CodeType))


def _guard_hook() -> Callable[[Any, Any, Any], None]:
    functions: Any = {}
    files: Any = {}
    enter: Any = None
    installed = False

    def audit(event: str, args: tuple[Any, ...]) -> None:
        if event == "object.__setattr__":
            thing, attribute = args[0], args[1]
            if attribute == "__code__" and type(thing) is FunctionType and thing in functions:
                enter(f"{functions[thing]} (its code was exchanged)")
        elif event in ("exec", "function.__new__"):
            name = files.get(getattr(args[0], "co_filename", None))
            if name is not None:
                enter(f"{name} (code of its file was copied)")

    def guard(watched: Any, of_files: Any, enters: Any) -> None:
        nonlocal functions, files, enter, installed
        functions, files, enter = watched, of_files, enters
        if watched and not installed:
            installed = True
            sys.addaudithook(audit)

    return guard


_guard = _guard_hook()
"""Stops whoever gives a watched function another code object, or makes another function of a library's code.

Audit hooks stay for the life of the process; a worker lives for one submission.
"""
