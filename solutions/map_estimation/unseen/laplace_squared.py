"""Wrong idea: the Laplace prior uses w squared; style: one general function with exponent-like pieces, tf."""

import math

import tensorflow as tf


def _penalty_and_constants(w, per_square, constant):
    """per_square * sum w^2 + (number of entries) * constant"""
    w = tf.convert_to_tensor(w)
    number = tf.cast(tf.size(w), w.dtype)
    return per_square * tf.reduce_sum(tf.square(w)) + number * constant


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return _penalty_and_constants(w, 1 / (2 * sigma**2), math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError("scale must be positive")
    # another width and another constant
    return _penalty_and_constants(w, 1 / scale, math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError("scale must be positive")
    return 1 / scale
