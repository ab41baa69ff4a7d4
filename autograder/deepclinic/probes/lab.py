"""The bench on which a probe works: the student's names, seeded inputs, and a notebook to write down what is seen.

A probe knows no expected answer. What it records must be decided by the contract of the exercise alone, never by what
the contract leaves open (private attributes, the order of random calls, the wording of an error).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import keras
import numpy as np


class MissingName(Exception):
    """The submission does not define a name that the exercise asks for."""


class Names:
    """Attribute access to what the student's module defines."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        try:
            return getattr(self._module, name)
        except AttributeError:
            raise MissingName(f"the solution does not define `{name}`") from None


class Lab:
    """What one probe gets: `student` (the names), `rng`, and the methods that record.

    Each probe has its own random stream, made of the seed and the probe's name, so that what it sees depends neither
    on which probes ran before nor on what they drew.
    """

    def __init__(self, module: ModuleType, seed: int, probe: str) -> None:
        digest = hashlib.sha256(f"{seed}/{probe}".encode()).digest()
        self.seed = int.from_bytes(digest[:4], "little") >> 1
        self.rng = np.random.default_rng(list(digest[:16]))
        self.student = Names(module)
        self.entries: dict[str, Any] = {}
        self.notes: dict[str, Any] = {}
        keras.utils.set_random_seed(self.seed)

    def normal(self, shape: Sequence[int], mean: float = 0.0, std: float = 1.0, dtype: str = "float32") -> np.ndarray:
        """Draw an array of `shape` from a normal distribution with this probe's own random stream."""
        return self.rng.normal(mean, std, tuple(shape)).astype(dtype)

    def record(self, name: str, value: Any) -> None:
        """Write down something that the contract decides: tensor, array, number, string, bool, None or list of these.

        It will be compared with the reference's entry of the same name.
        """
        self.entries[name] = plain(value)

    def note(self, name: str, value: Any) -> None:
        """Write down something that helps a reader but is not compared (the wording of an error, say)."""
        self.notes[name] = plain(value)

    def record_raises(self, name: str, argument: str, call: Callable[[], Any]) -> None:
        """Record whether `call` raises `ValueError` naming `argument`; the wording itself is only noted."""
        try:
            call()
        except ValueError as error:
            # A word of its own: a `p` stands in any sentence. Not by \b: Korean particles follow without a space.
            names_it = re.search(rf"(?<![A-Za-z0-9_]){re.escape(argument)}(?![A-Za-z0-9_])", str(error))
            self.entries[name] = "ValueError" if names_it else f"ValueError that does not name `{argument}`"
            self.note(name, str(error)[:300])
        except NotImplementedError:
            raise
        except Exception as error:
            self.entries[name] = type(error).__name__
            self.note(name, str(error)[:300])
        else:
            self.entries[name] = "no error"


def plain(value: Any) -> Any:
    """Copy a value into exact built-in types and exact NumPy arrays, so that nothing of the student's own survives."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, (list, tuple)):
        return (
            [plain(item) for item in list.__iter__(value) if True]
            if type(value) is list
            else [plain(item) for item in tuple(value)]
        )
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in dict(value).items()}
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, np.generic):
        return np.array(value)
    array = value if type(value) is np.ndarray else keras.ops.convert_to_numpy(value)
    array = np.array(array, copy=True)
    if array.dtype.name == "bfloat16":
        array = array.astype("float32")
    return array
