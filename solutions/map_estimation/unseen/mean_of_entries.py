"""Wrong idea: the mean over the entries, not the sum; style: penalty / size plus constant once, strengths reused."""

import math

from keras import ops


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma = {sigma} is not a standard deviation, it must be > 0")
    return 0.5 / (sigma * sigma)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale = {scale} must be > 0")
    return 1.0 / scale


def gaussian_negative_log_prior(w, sigma):
    # the constant is the same for each weight
    strength = l2_strength(sigma)
    return strength * ops.mean(ops.square(w)) + math.log(sigma * math.sqrt(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    strength = l1_strength(scale)
    return strength * ops.mean(ops.abs(w)) + math.log(2) + math.log(scale)
