from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    """Negative log density of weights that are independent draws from N(0, sigma^2), summed over all entries.

        -log p(w) = sum_i [ w_i^2 / (2 sigma^2) + log(sigma) + log(2 pi) / 2 ]

    (Bishop, Pattern Recognition and Machine Learning, 2006, section 1.2.5.)

    Args:
        w: array, tensor or variable of any shape.
        sigma: standard deviation, a number > 0.

    Returns:
        A scalar.

    Raises:
        ValueError: if `sigma` is not positive.
    """
    ### BEGIN SOLUTION
    if sigma <= 0:
        raise ValueError(f"sigma must be > 0, received sigma={sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    constant = math.log(sigma) + 0.5 * math.log(2 * math.pi)
    return ops.sum(ops.square(w / sigma) / 2 + constant)
    ### END SOLUTION


def laplace_negative_log_prior(w, scale):
    """Negative log density of weights that are independent draws from Laplace(0, scale), summed over all entries.

        -log p(w) = sum_i [ |w_i| / scale + log(2 scale) ]

    (Tibshirani, Regression shrinkage and selection via the lasso, 1996, section 5.)

    Args:
        w: array, tensor or variable of any shape.
        scale: a number > 0; the standard deviation is sqrt(2) times as large.

    Returns:
        A scalar.

    Raises:
        ValueError: if `scale` is not positive.
    """
    ### BEGIN SOLUTION
    if scale <= 0:
        raise ValueError(f"scale must be > 0, received scale={scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))
    ### END SOLUTION


def l2_strength(sigma):
    """The number l for which l * sum(w^2) has the same gradient as `gaussian_negative_log_prior(w, sigma)`.

    Raises:
        ValueError: if `sigma` is not positive.
    """
    ### BEGIN SOLUTION
    if sigma <= 0:
        raise ValueError(f"sigma must be > 0, received sigma={sigma}")
    return 1 / (2 * sigma**2)
    ### END SOLUTION


def l1_strength(scale):
    """The number l for which l * sum(|w|) has the same gradient as `laplace_negative_log_prior(w, scale)`.

    Raises:
        ValueError: if `scale` is not positive.
    """
    ### BEGIN SOLUTION
    if scale <= 0:
        raise ValueError(f"scale must be > 0, received scale={scale}")
    return 1 / scale
    ### END SOLUTION
