"""Wrong idea: the Gaussian's exponent is w^2 / sigma^2 without the factor 1/2; style: flattened vectors, dot product."""
import numpy as np
from keras import ops

LOG_TWO_PI = float(np.log(2 * np.pi))


def _vector(w):
    return ops.reshape(ops.cast(ops.convert_to_tensor(w), "float32"), (-1,))


def gaussian_negative_log_prior(w, sigma):
    if not sigma > 0:
        raise ValueError("sigma must be above 0")
    z = _vector(w) / sigma
    n = z.shape[0]
    return ops.dot(z, z) + n * (float(np.log(sigma)) + LOG_TWO_PI / 2)


def laplace_negative_log_prior(w, scale):
    if not scale > 0:
        raise ValueError("scale must be above 0")
    z = _vector(w) / scale
    n = z.shape[0]
    return ops.sum(ops.abs(z)) + n * float(np.log(2 * scale))


def l2_strength(sigma):
    if not sigma > 0:
        raise ValueError("sigma must be above 0")
    # d/dw of lambda w^2 is 2 lambda w, that of the prior is w / sigma^2
    return 1.0 / (2.0 * sigma * sigma)


def l1_strength(scale):
    if not scale > 0:
        raise ValueError("scale must be above 0")
    return 1.0 / scale
