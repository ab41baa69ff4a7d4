"""Wrong idea: the Laplace exponent is |w| / (2 scale), as if a Gaussian; style: log density first, ops."""

from __future__ import annotations

import math

from keras import ops


def _log_gaussian(w, sigma):
    return -0.5 * ops.square(w / sigma) - math.log(sigma * math.sqrt(2 * math.pi))


def _log_laplace(w, scale):
    return -ops.abs(w) / (2 * scale) - math.log(2 * scale)


def _positive(number, name):
    if number <= 0:
        raise ValueError(f"Argument {name} must be > 0, got {number}")
    return number


def gaussian_negative_log_prior(w, sigma):
    w = ops.convert_to_tensor(w, dtype="float32")
    return -ops.sum(_log_gaussian(w, _positive(sigma, "sigma")))


def laplace_negative_log_prior(w, scale):
    w = ops.convert_to_tensor(w, dtype="float32")
    return -ops.sum(_log_laplace(w, _positive(scale, "scale")))


def l2_strength(sigma):
    return 1 / (2 * _positive(sigma, "sigma") ** 2)


def l1_strength(scale):
    return 1 / _positive(scale, "scale")
