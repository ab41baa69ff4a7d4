"""Masks of a kernel, read off the outputs of a dense layer that has one for each example of a batch.

The kernel is all ones, the bias 0, and an example is (1, 2, 4, ...): then an output is a binary number whose digits say
which entries of that example's kernel were kept. Rows of a single 1 tell by which factor those are multiplied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from deepclinic.probes import chance

EXAMPLES, INPUTS, UNITS = 60, 10, 60
SINGLE = 2 * INPUTS
"""Rows of a single 1, before the examples."""
UNREADABLE = "the masks cannot be read off the outputs"


@dataclass(frozen=True)
class Masks:
    """Masks of one call: `kept` (EXAMPLES, INPUTS, UNITS), 0 or 1; None where outputs are no sums of kept entries."""

    kept: np.ndarray | None
    factor: float | str

    @staticmethod
    def inputs() -> np.ndarray:
        """A batch from whose outputs masks can be read."""
        single = np.eye(INPUTS)[np.arange(SINGLE) % INPUTS]
        return np.vstack([single, np.tile(2.0 ** np.arange(INPUTS), (EXAMPLES, 1))]).astype("float32")

    @classmethod
    def read(cls, outputs: Any) -> Masks:
        """Read the outputs, (SINGLE + EXAMPLES, UNITS), of that batch."""
        y = chance.as_array(outputs, (SINGLE + EXAMPLES, UNITS))
        factor = chance.common(y[:SINGLE][y[:SINGLE] != 0])
        if isinstance(factor, str):
            return cls(None, factor)
        digits = y[SINGLE:] / factor
        whole = np.rint(digits)
        if not np.all(np.abs(digits - whole) < 0.05) or whole.min() < 0 or whole.max() >= 2**INPUTS:
            return cls(None, factor)
        return cls((whole.astype(int)[:, None, :] >> np.arange(INPUTS)[None, :, None]) & 1, factor)

    def apart(self) -> np.ndarray | None:
        """600 entries, no two of which share two of example, input and unit.

        They are independent even where one mask is shared by all examples, by all inputs or by all units.
        """
        b, i = np.meshgrid(np.arange(UNITS), np.arange(INPUTS), indexing="ij")
        return None if self.kept is None else self.kept[b, i, (b + i) % UNITS]

    def neighbours(self, axis: int) -> float | str:
        """Correlation between neighbouring examples (axis 0), inputs (1) or units (2), for pairs that lie apart."""
        if self.kept is None:
            return UNREADABLE
        pairs = {0: (EXAMPLES // 2, INPUTS), 1: (UNITS, INPUTS // 2), 2: (UNITS // 2, INPUTS)}[axis]
        m, n = np.meshgrid(*map(np.arange, pairs), indexing="ij")
        if axis == 0:
            left, right = (self.kept[2 * m + k, n, (m + n) % UNITS] for k in (0, 1))
        elif axis == 1:
            left, right = (self.kept[m, 2 * n + k, (m + n) % UNITS] for k in (0, 1))
        else:
            left, right = (self.kept[m, n, 2 * ((m + n) % (UNITS // 2)) + k] for k in (0, 1))
        return chance.correlation(left, right)


def correlation(left: Masks, right: Masks) -> float | str:
    """Correlation of the masks of two calls, over entries that lie apart."""
    a, b = left.apart(), right.apart()
    return UNREADABLE if a is None or b is None else chance.correlation(a, b)


def share_dropped(masks: list[Masks]) -> float | str:
    """Share of dropped entries in several calls, over entries that lie apart."""
    apart = [mask.apart() for mask in masks]
    return UNREADABLE if any(a is None for a in apart) else chance.share(np.concatenate(apart) == 0)
