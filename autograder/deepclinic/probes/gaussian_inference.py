"""Draws of a layer at inference, for one example again and again.

All rows of the batch are one example, and units come in three kinds that repeat. What is measured is the diagonal of
the output: its draws are independent even where one draw is shared by all examples or by all units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from deepclinic.probes import chance

SIZE = 240
EXAMPLE = (1.0, 2.0, 1.0)
KINDS = ((1.0, 0.0, -2.0), (1.0, 0.0, 0.5), (1.0, 6.0**0.5, 1.0))
"""Columns: kernels of the three kinds of units. x @ kernel is 4, 2.4, 0 and x**2 @ kernel**2 is 6 for each."""
BIAS = (0.5, -1.0, 0.0)


def batch(rows: int) -> np.ndarray:
    """The example `rows` times."""
    return np.tile(np.float32(EXAMPLE), (rows, 1))


def kernel(units: int) -> np.ndarray:
    """The kernel (3, units): kinds in turns."""
    return np.tile(np.array(KINDS), (1, units // 3))


def bias(units: int) -> np.ndarray:
    """The bias (units,)."""
    return np.tile(np.array(BIAS), units // 3)


@dataclass(frozen=True)
class Draws:
    """Diagonals of several calls, one array of draws for each kind of unit."""

    kinds: tuple[np.ndarray, ...]

    @classmethod
    def of(cls, call: Callable[[np.ndarray], object], calls: int) -> Draws:
        """Call a layer of SIZE units several times and keep the diagonals."""
        x = batch(SIZE)
        outputs = np.stack([chance.diagonal(chance.as_array(call(x), (SIZE, SIZE))) for _ in range(calls)])
        return cls(tuple(outputs[:, kind::3].ravel() for kind in range(3)))

    @property
    def means(self) -> np.ndarray:
        """Mean for each kind."""
        return np.array([draws.mean() for draws in self.kinds])

    @property
    def variances(self) -> np.ndarray:
        """Variance for each kind."""
        return np.array([draws.var() for draws in self.kinds])

    @property
    def variance(self) -> float:
        """Mean of the three variances."""
        return float(self.variances.mean())


def centred(outputs: object, size: int) -> np.ndarray:
    """Outputs (size, size) of `batch(size)` with the mean of each kind taken off."""
    y = chance.as_array(outputs, (size, size)).reshape(size, size // 3, 3)
    return (y - y.mean(axis=(0, 1))).reshape(size, size)
