"""Wrong idea: a width of zero or below is accepted in all four functions; style: all as float32 tensors."""

from __future__ import annotations

import math

from keras import ops


def _tensor(value):
    return ops.convert_to_tensor(value, dtype="float32")


def gaussian_negative_log_prior(w, sigma):
    w = _tensor(w)
    variance = _tensor(sigma) ** 2
    return ops.sum(w**2 / (2 * variance) + 0.5 * ops.log(2 * math.pi * variance))


def laplace_negative_log_prior(w, scale):
    w = _tensor(w)
    scale = _tensor(scale)
    return ops.sum(ops.abs(w) / scale + ops.log(2 * scale))


def l2_strength(sigma):
    return float(1 / (2 * _tensor(sigma) ** 2))


def l1_strength(scale):
    return float(1 / _tensor(scale))
