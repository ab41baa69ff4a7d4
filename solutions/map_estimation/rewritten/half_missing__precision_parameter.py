"""Half missing, written in the style of the alternative `precision_parameter`."""

from __future__ import annotations

import math

from keras import ops


class _Prior:
    def __init__(self, name, width):
        if width <= 0:
            raise ValueError(f"{name} must be > 0 but is {width}")
        self.width = width


def gaussian_negative_log_prior(w, sigma):
    precision = _Prior("sigma", sigma).width ** -2
    w = ops.convert_to_tensor(w, dtype="float32")
    each = precision * w * w - 0.5 * math.log(precision / (2 * math.pi))
    return ops.sum(each, axis=tuple(range(len(w.shape)))) if len(w.shape) else each


def laplace_negative_log_prior(w, scale):
    rate = 1 / _Prior("scale", scale).width
    w = ops.convert_to_tensor(w, dtype="float32")
    each = rate * ops.sqrt(w * w) - math.log(rate / 2)
    return ops.sum(each, axis=tuple(range(len(w.shape)))) if len(w.shape) else each


def l2_strength(sigma):
    return _Prior("sigma", sigma).width ** -2


def l1_strength(scale):
    return 1 / _Prior("scale", scale).width
