"""Wrong idea: sigma is read as the variance of the Gaussian everywhere; style: keyword helper for the checks, per-entry terms."""
import math

from keras import ops


def _check(**width):
    ((name, value),) = width.items()
    if value <= 0:
        raise ValueError(f"{name}={value} is not positive")


def gaussian_negative_log_prior(w, sigma):
    _check(sigma=sigma)
    w = ops.cast(ops.convert_to_tensor(w), "float32")
    # N(w | 0, sigma) = exp(-w^2 / (2 sigma)) / sqrt(2 pi sigma)
    per_entry = ops.square(w) / (2 * sigma) + 0.5 * math.log(2 * math.pi * sigma)
    return ops.sum(per_entry)


def laplace_negative_log_prior(w, scale):
    _check(scale=scale)
    w = ops.cast(ops.convert_to_tensor(w), "float32")
    per_entry = ops.abs(w) / scale + math.log(2 * scale)
    return ops.sum(per_entry)


def l2_strength(sigma):
    _check(sigma=sigma)
    precision = 1 / sigma
    return precision / 2


def l1_strength(scale):
    _check(scale=scale)
    return 1 / scale
