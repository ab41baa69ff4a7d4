"""Wrong idea: l2_strength is 1 / sigma^2; style: priors from the strengths' own formulas, precision as a name."""

import math

from keras import ops


def _check(value, name):
    if not value > 0:
        raise ValueError(f"{name} must be positive, got {value}")


def l2_strength(sigma):
    """The gradient of the prior is w / sigma^2, so the factor of w is the precision."""
    _check(sigma, "sigma")
    precision = 1.0 / sigma**2
    return precision


def l1_strength(scale):
    """The gradient of the prior is sign(w) / scale."""
    _check(scale, "scale")
    return 1.0 / scale


def gaussian_negative_log_prior(w, sigma):
    _check(sigma, "sigma")
    w = ops.convert_to_tensor(w)
    constant = math.log(sigma) + math.log(2 * math.pi) / 2
    return ops.sum(0.5 * ops.square(w / sigma) + constant)


def laplace_negative_log_prior(w, scale):
    _check(scale, "scale")
    w = ops.convert_to_tensor(w)
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))
