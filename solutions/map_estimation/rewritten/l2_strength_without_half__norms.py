"""L2 strength without half, written in the style of the alternative `norms`."""

from __future__ import annotations

import keras
import numpy as np


def _flat(w):
    return keras.ops.reshape(keras.ops.convert_to_tensor(w, "float32"), (-1,))


def _require_positive(**arguments):
    for name, value in arguments.items():
        if value <= 0:
            raise ValueError(f"`{name}` must be positive, got {value}")


def gaussian_negative_log_prior(w, sigma):
    _require_positive(sigma=sigma)
    w = _flat(w)
    return keras.ops.norm(w) ** 2 / (2 * sigma**2) + w.shape[0] * (np.log(2 * np.pi * sigma**2) / 2)


def laplace_negative_log_prior(w, scale):
    _require_positive(scale=scale)
    w = _flat(w)
    return keras.ops.norm(w, ord=1) / scale + w.shape[0] * np.log(2 * scale)


def l2_strength(sigma):
    _require_positive(sigma=sigma)
    return np.float64(1 / sigma) ** 2


def l1_strength(scale):
    _require_positive(scale=scale)
    return np.float64(1 / scale)
