"""Mean of entries, written in the style of the alternative `numpy_only`."""

from __future__ import annotations

import numpy as np


def _positive(name, value):
    if not value > 0:
        raise ValueError(f"{name} has to be positive, not {value}")


def gaussian_negative_log_prior(w, sigma):
    _positive("sigma", sigma)
    w = np.asarray(w, dtype="float64")
    return float(np.mean(w**2) / (2 * sigma**2) + np.log(sigma * np.sqrt(2 * np.pi)))


def laplace_negative_log_prior(w, scale):
    _positive("scale", scale)
    w = np.asarray(w, dtype="float64")
    return float(np.abs(w).mean() / scale + np.log(2 * scale))


def l2_strength(sigma):
    _positive("sigma", sigma)
    return 0.5 / sigma**2


def l1_strength(scale):
    _positive("scale", scale)
    return 1.0 / scale
