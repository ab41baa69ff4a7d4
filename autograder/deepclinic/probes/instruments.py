"""What probes measure with, kept as it was: a solution that exchanges a function of Keras measures with ours anyway.

The names that probes use of Keras, TensorFlow and NumPy, the classes behind them, and this package's own modules are
remembered before a solution is loaded. What has been changed is put back before each probe, and a change while a probe
runs is noticed. Functions further down in the libraries are not looked at.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

import keras
import numpy as np
import tensorflow as tf

_LIBRARIES = frozenset({"keras", "tensorflow", "numpy"})
_OWN = "deepclinic.probes"


def watched_over() -> Callable[[], list[str]]:
    """Remember everything; return a function that puts back what has been changed since and returns its names."""
    kept = [(holder, {n: v for n, v in vars(holder).items() if _is_worth_it(v)}) for holder in _holders()]
    found = {f for _, values in kept for f in map(_function, values.values()) if f is not None}
    functions = [(f, f.__code__, f.__defaults__, f.__kwdefaults__) for f in found]

    def put_back() -> list[str]:
        changed = []
        for function, code, defaults, keywords in functions:
            if function.__code__ is not code:
                function.__code__ = code
                changed.append(function.__qualname__)
            if function.__defaults__ is not defaults or function.__kwdefaults__ is not keywords:
                function.__defaults__, function.__kwdefaults__ = defaults, keywords
                changed.append(function.__qualname__)
        for holder, values in kept:
            now = vars(holder)
            other = [name for name, value in values.items() if now.get(name) is not value]
            added = (
                [name for name in now if name not in values and _is_worth_it(now[name])] if _is_whole(holder) else ()
            )
            for name in other:
                setattr(holder, name, values[name])
            for name in added:  # it would hide what is inherited, or a built-in function
                delattr(holder, name)
            changed += [f"{holder.__name__}.{name}" for name in (*other, *added)]
        return changed

    return put_back


def _is_worth_it(value: Any) -> bool:
    """True for functions and classes; constants, caches and lazily loaded modules change by themselves."""
    return callable(value) or isinstance(value, (staticmethod, classmethod, property))


def _is_whole(holder: Any) -> bool:
    """Nothing is added to a class, nor to a module of this package, but modules of libraries load their parts late."""
    return isinstance(holder, type) or holder.__name__.startswith(_OWN)


def _function(value: Any) -> FunctionType | None:
    value = getattr(value, "__func__", value)
    return value if isinstance(value, FunctionType) else None


def _holders() -> list[Any]:
    found: dict[int, Any] = {}
    for module in _modules():
        found[id(module)] = module
        for value in list(vars(module).values()):
            if isinstance(value, type) and (value.__module__.startswith(_OWN) or module not in (builtins, np, tf)):
                _add_class(found, value)
    for value in (tf.GradientTape, tf.Variable, tf.Tensor, tf.constant([]).__class__, keras.Variable, keras.Model):
        _add_class(found, value)
    return list(found.values())


def _add_class(found: dict[int, Any], value: type) -> None:
    for base in value.__mro__:
        if base.__module__.split(".")[0] in _LIBRARIES or base.__module__.startswith(_OWN):
            found[id(base)] = base


def _modules() -> Iterator[ModuleType]:
    yield from (module for name, module in list(sys.modules.items()) if name.startswith(_OWN))
    yield from (builtins, np, np.linalg, np.random, tf, tf.nn, tf.math)
    yield from (keras, keras.ops, keras.layers, keras.losses, keras.optimizers, keras.initializers, keras.saving)
    yield from (keras.random, keras.utils, keras.callbacks, keras.regularizers)
