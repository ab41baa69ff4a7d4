"""Wrong idea: only negative widths are refused, 0 is let through; style: tf.math, constants summed by ones_like."""
import math

import tensorflow as tf

HALF_LOG_2PI = 0.9189385332046727


def _tensor(w):
    return tf.cast(tf.convert_to_tensor(w), "float32")


def _log(x):
    return math.log(x) if x > 0 else float("-inf")


def gaussian_negative_log_prior(w, sigma):
    if sigma < 0:
        raise ValueError("sigma is negative")
    w = _tensor(w)
    quadratic = tf.math.square(w) / (2 * sigma**2)
    constants = tf.ones_like(w) * (_log(sigma) + HALF_LOG_2PI)
    return tf.math.reduce_sum(quadratic + constants)


def laplace_negative_log_prior(w, scale):
    if scale < 0:
        raise ValueError("scale is negative")
    w = _tensor(w)
    linear = tf.math.abs(w) / scale
    constants = tf.ones_like(w) * _log(2 * scale)
    return tf.math.reduce_sum(linear + constants)


def l2_strength(sigma):
    if sigma < 0:
        raise ValueError("sigma is negative")
    return float(tf.math.divide(1.0, 2.0 * sigma**2))


def l1_strength(scale):
    if scale < 0:
        raise ValueError("scale is negative")
    return float(tf.math.divide(1.0, 1.0 * scale))
