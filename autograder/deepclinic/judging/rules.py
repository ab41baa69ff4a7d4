"""When two observations of one thing agree. Every rule is symmetric: the reference is only one of the two sides.

The same rules decide whether a student's observation agrees with the reference's and whether it agrees with a known
misconception's. Rules see plain data only, and never trust its type or shape: kinds and sizes are compared before
anything is converted, so that a value far larger than what it should be costs neither memory nor time.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np

from deepclinic.report.model import Difference
from deepclinic.text import Text


class Rule(Protocol):
    """Compares what was observed with what was expected."""

    def difference(self, what: Text, yours: Any, expected: Any) -> Difference | None:
        """Return None where the two agree, else the place where they differ most."""
        ...


@dataclass(frozen=True)
class Close:
    """Numbers agree within `atol + rtol * |expected|`; NaN agrees with NaN, inf with the same inf.

    Shapes must be equal. dtypes are not compared (record `str(x.dtype)` where the contract decides it).
    """

    rtol: float = 1e-4
    atol: float = 1e-5

    def difference(self, what: Text, yours: Any, expected: Any) -> Difference | None:
        shape, shape_expected = _shape(yours), _shape(expected)
        if shape is None or shape_expected is None:
            return Exactly().difference(what, yours, expected)
        if shape != shape_expected:
            return Difference(what, "shape", str(shape), str(shape_expected))
        ours, theirs = _numbers(yours), _numbers(expected)
        with np.errstate(all="ignore"):
            gap = np.abs(ours - theirs)
            allowed = self.atol + self.rtol * np.maximum(np.abs(theirs), np.abs(ours))
            agree = (ours == theirs) | (np.isnan(ours) & np.isnan(theirs)) | (np.isfinite(gap) & (gap <= allowed))
        if bool(np.all(agree)):
            return None
        excess = np.where(agree, -1.0, np.where(np.isfinite(gap), gap, np.inf))
        place = np.unravel_index(int(np.argmax(excess)), excess.shape)
        return Difference(what, _place(place), _show(ours[place]), _show(theirs[place]))


@dataclass(frozen=True)
class Within:
    """Random quantities agree within a fixed distance: `bound` on the absolute difference of every entry.

    `bound` must come from theory, with its false-alarm rate written beside it (see `sampling_bound`). A reader sees
    what was measured with the reference, "2.03 ± 0.4": somebody who works it out by hand gets 2.
    """

    bound: float

    def difference(self, what: Text, yours: Any, expected: Any) -> Difference | None:
        found = Close(rtol=0.0, atol=self.bound).difference(what, yours, expected)
        if found is None or found.place == "shape" or _shape(yours) is None or _shape(expected) is None:
            return found
        ours, theirs = (f"{float(shown):.3g}" for shown in (found.yours, found.expected))
        return replace(found, yours=ours, expected=f"{theirs} ± {self.bound:.2g}")


@dataclass(frozen=True)
class Exactly:
    """Strings, booleans, None, lists and integers agree when they are equal."""

    def difference(self, what: Text, yours: Any, expected: Any) -> Difference | None:
        if _same(yours, expected):
            return None
        return Difference(what, "", _show(yours), _show(expected))


@dataclass(frozen=True)
class Default:
    """Close for floating numbers, for arrays and for lists of them, Exactly for everything else."""

    def difference(self, what: Text, yours: Any, expected: Any) -> Difference | None:
        rule: Rule = Close() if _is_floating(expected) else Exactly()
        return rule.difference(what, yours, expected)


def sampling_bound(count: int, variance: float = 0.25, false_alarm: float = 1e-7) -> float:
    """Bound on the difference of two means of `count` independent draws each, by the normal approximation.

    `variance` is that of one draw (at most 0.25 for a fraction). For false_alarm 1e-7 (two-sided) z is 5.33.
    """
    from statistics import NormalDist

    z = NormalDist().inv_cdf(1 - false_alarm / 2)
    return z * math.sqrt(2 * variance / count)


def _shape(value: Any) -> tuple[int, ...] | None:
    """The shape of a number, of an array or of a flat list of numbers; None for anything else."""
    if isinstance(value, (bool, int, float)):
        return ()
    if isinstance(value, np.ndarray) and value.dtype.kind in "fiub":
        return value.shape
    if isinstance(value, list) and value and all(type(item) in (int, float) for item in value):
        return (len(value),)
    return None


def _numbers(value: Any) -> np.ndarray:
    """What has a `_shape`, as an array of float64."""
    return np.asarray(value, dtype=np.float64)


def _is_floating(value: Any) -> bool:
    if isinstance(value, list):
        return any(type(item) is float for item in value) and _shape(value) is not None
    return isinstance(value, float) or (isinstance(value, np.ndarray) and value.dtype.kind == "f")


def _same(yours: Any, expected: Any) -> bool:
    if isinstance(yours, np.ndarray) or isinstance(expected, np.ndarray):
        left, right = _array(yours, expected), _array(expected, yours)
        if left is None or right is None or left.shape != right.shape or left.dtype.kind != right.dtype.kind:
            return False
        return bool(np.array_equal(left, right, equal_nan=left.dtype.kind == "f"))
    if isinstance(yours, list) and isinstance(expected, list):
        return len(yours) == len(expected) and all(_same(a, b) for a, b in zip(yours, expected, strict=True))
    if isinstance(yours, dict) and isinstance(expected, dict):
        return yours.keys() == expected.keys() and all(_same(yours[key], expected[key]) for key in expected)
    if isinstance(yours, float) and isinstance(expected, float) and math.isnan(yours) and math.isnan(expected):
        return True
    return type(yours) is type(expected) and yours == expected


def _array(value: Any, other: Any) -> np.ndarray | None:
    """`value` as the array that it can be compared with `other` as, at least one of the two being an array."""
    if isinstance(value, np.ndarray):
        return value
    if _leaves(value, other.size) > other.size:
        return None
    try:
        return np.asarray(value)
    except ValueError:  # a list of arrays of different shapes is no array
        return None


def _leaves(value: Any, most: int) -> int:
    """How many numbers a nested list holds; no more than just above `most` are counted, and a text counts as above."""
    if isinstance(value, (bool, int, float)):
        return 1
    if isinstance(value, np.ndarray):
        return value.size
    if not isinstance(value, list):
        return most + 1
    count = 0
    for item in value:
        count += max(_leaves(item, most), 1)  # an empty list takes room too
        if count > most:
            break
    return count


def _place(index: tuple[Any, ...]) -> str:
    return "[" + ", ".join(str(int(i)) for i in index) + "]" if index else ""


def _show(value: Any) -> str:
    if isinstance(value, (float, np.floating)) or (isinstance(value, np.ndarray) and value.ndim == 0):
        return f"{float(value) + 0.0:.6g}"  # + 0.0: a reader need not wonder about -0
    if not isinstance(value, np.ndarray):
        text = str(value)
    else:  # the corners of a matrix, so that it is seldom cut off within a number
        text = np.array2string(value, precision=4, threshold=8, edgeitems=3 if value.ndim == 1 else 1)
    return text if len(text) <= 120 else text[:117] + "..."
