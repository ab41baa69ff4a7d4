"""Wrong idea: the log density itself is returned; style: density functions written out, log taken term by term."""

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if not sigma > 0:
        raise ValueError("sigma has to be > 0")
    # p(w) = exp(-w^2 / (2 sigma^2)) / (sigma sqrt(2 pi)), so the log of each factor:
    w = ops.convert_to_tensor(w)
    log_exponential = -ops.square(w) / (2 * sigma**2)
    log_normaliser = -math.log(sigma * math.sqrt(2 * math.pi))
    log_p = log_exponential + log_normaliser
    return ops.sum(log_p)


def laplace_negative_log_prior(w, scale):
    if not scale > 0:
        raise ValueError("scale has to be > 0")
    # p(w) = exp(-|w| / scale) / (2 scale)
    w = ops.convert_to_tensor(w)
    log_exponential = -ops.abs(w) / scale
    log_normaliser = -math.log(2 * scale)
    log_p = log_exponential + log_normaliser
    return ops.sum(log_p)


def l2_strength(sigma):
    if not sigma > 0:
        raise ValueError("sigma has to be > 0")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if not scale > 0:
        raise ValueError("scale has to be > 0")
    return 1 / scale
