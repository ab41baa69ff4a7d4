"""Wrong idea: the density of each entry is computed and its logarithm is taken afterwards; style: density functions as in the textbook, ops."""
import math

from keras import ops


def normal_density(w, sigma):
    return ops.exp(-ops.square(w) / (2 * sigma**2)) / (math.sqrt(2 * math.pi) * sigma)


def laplace_density(w, scale):
    return ops.exp(-ops.abs(w) / scale) / (2 * scale)


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma = {sigma}, but a standard deviation is positive")
    w = ops.cast(ops.convert_to_tensor(w), "float32")
    return -ops.sum(ops.log(normal_density(w, sigma)))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale = {scale}, but it has to be positive")
    w = ops.cast(ops.convert_to_tensor(w), "float32")
    return -ops.sum(ops.log(laplace_density(w, scale)))


def l2_strength(sigma):
    """-log p(w) = w^2 / (2 sigma^2) + const"""
    if sigma <= 0:
        raise ValueError(f"sigma = {sigma}, but a standard deviation is positive")
    return 1 / sigma**2 / 2


def l1_strength(scale):
    """-log p(w) = |w| / scale + const"""
    if scale <= 0:
        raise ValueError(f"scale = {scale}, but it has to be positive")
    return 1 / scale
