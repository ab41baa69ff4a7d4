"""Wrong idea: the densities of all entries are multiplied and the logarithm of the product is taken; style: step by step with ops.prod."""
import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if not sigma > 0:
        raise ValueError(f"The sigma of a Gaussian is > 0, this one is {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    normaliser = 1 / (sigma * math.sqrt(2 * math.pi))
    densities = normaliser * ops.exp(-0.5 * (w / sigma) ** 2)
    # independent entries: multiply
    return -ops.log(ops.prod(densities))


def laplace_negative_log_prior(w, scale):
    if not scale > 0:
        raise ValueError(f"The scale of a Laplace density is > 0, this one is {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    densities = ops.exp(-ops.abs(w) / scale) / (2 * scale)
    # independent entries: multiply
    return -ops.log(ops.prod(densities))


def l2_strength(sigma):
    if not sigma > 0:
        raise ValueError(f"The sigma of a Gaussian is > 0, this one is {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if not scale > 0:
        raise ValueError(f"The scale of a Laplace density is > 0, this one is {scale}")
    return 1 / scale
