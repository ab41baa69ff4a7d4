"""From patterns such as `keras.layers.*Normalization` to the Python functions in which those features begin."""

from __future__ import annotations

import functools
import inspect
import itertools
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from types import FunctionType, MethodType, ModuleType
from typing import Any

METHODS = ("__init__", "__call__", "call", "build")
"""With `on_…`, what runs when a ready-made layer, regularizer or callback is made or used."""

BASE_CLASSES = frozenset(
    {"Layer", "Operation", "Wrapper", "Model", "Regularizer", "Callback", "Loss", "Constraint", "Initializer", "Metric"}
)
"""Students subclass these; a pattern such as `keras.regularizers.*` means everything but them."""

HELPERS = frozenset({"get", "serialize", "deserialize"})
"""Keras itself calls these for every layer; what they return is watched instead."""

BACKENDS = {"ops": ("nn", "numpy", "math", "core", "linalg", "image"), "random": ("random",)}
"""`keras.ops.relu` ends in `keras.src.backend.nn.relu`, which can be called directly."""

LIBRARIES = ("tensorflow", "numpy", "jax", "torch", "openvino")
"""Keras carries a backend for each, also for those that it does not use here."""


def features(not_allowed: tuple[str, ...]) -> tuple[tuple[str, FunctionType], ...]:
    """Return (public name, function) for each function in which a feature of `not_allowed` begins.

    Libraries that are not imported yet are not imported for this: what they define is left to the reading of the
    source. No TensorFlow op runs.
    """
    found: dict[FunctionType, str] = {}
    for pattern in not_allowed:
        for name, thing in _resolve(pattern):
            for function in _functions(thing):
                found.setdefault(function, name)
    return tuple((name, function) for function, name in found.items())


def _resolve(pattern: str) -> Iterator[tuple[str, Any]]:
    """What `pattern` names, with the functions beneath it that do the same work and can be reached directly."""
    for name, thing in _public(pattern):
        yield name, thing
        room, _, last = name.removeprefix("keras.").rpartition(".")
        if name.startswith("keras.") and room in BACKENDS:
            for library, module in itertools.product(LIBRARIES, BACKENDS[room]):
                yield name, getattr(sys.modules.get(f"keras.src.backend.{library}.{module}"), last, None)
        if name.startswith("tf.raw_ops."):
            for function in list(_functions(thing)):
                # A raw op is a copy of the generated function that all of TensorFlow calls.
                for generated in (function.__name__, f"{function.__name__}_eager_fallback"):
                    yield name, function.__globals__.get(generated)


def _public(pattern: str) -> Iterator[tuple[str, Any]]:
    root, *parts = pattern.split(".")
    module = sys.modules.get({"tf": "tensorflow"}.get(root, root))
    if module is not None:
        yield from _walk(module, root, parts)


def _walk(thing: Any, name: str, parts: list[str]) -> Iterator[tuple[str, Any]]:
    if not parts:
        if isinstance(thing, ModuleType):
            yield from _walk(thing, name, ["*"])
        elif name.rpartition(".")[2] not in BASE_CLASSES | HELPERS:
            yield name, thing
        return
    wanted, *rest = parts
    members = [wanted]
    if any(sign in wanted for sign in "*?["):
        try:
            members = [m for m in dir(thing) if not m.startswith("_") and fnmatchcase(m, wanted)]
        except ImportError:  # a lazy module whose library is not installed
            return
    for member in members:
        try:
            inner = getattr(thing, member)
        except (AttributeError, ImportError):
            continue
        if not (isinstance(inner, ModuleType) and len(members) > 1 and not rest):
            yield from _walk(inner, f"{name}.{member}", rest)


def _functions(thing: Any) -> Iterator[FunctionType]:
    """The functions that run when `thing` is called: through decorators, partials and methods; built-ins have none."""
    if isinstance(thing, type):
        for name, method in vars(thing).items():
            if name in METHODS or name.startswith("on_"):
                yield from _functions(method)
    elif isinstance(thing, functools.partial):
        yield from _functions(thing.func)
    elif isinstance(thing, (MethodType, staticmethod, classmethod)):
        yield from _functions(thing.__func__)
    elif isinstance(thing, FunctionType):
        if not inspect.iscoroutinefunction(thing) and not inspect.isasyncgenfunction(thing):
            yield thing
        yield from _functions(thing.__dict__.get("__wrapped__"))
