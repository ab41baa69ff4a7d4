"""Wrong idea: the normalising constant is added once to the sum, not once for each entry; style: tf, helper for positive arguments."""
import math

import tensorflow as tf


def _positive(name, value):
    if not value > 0:
        raise ValueError(f"{name} must be a positive number but is {value}")


def gaussian_negative_log_prior(w, sigma):
    _positive("sigma", sigma)
    w = tf.cast(tf.convert_to_tensor(w), tf.float32)
    exponent = tf.reduce_sum(w**2) / (2 * sigma**2)
    return exponent + math.log(sigma * math.sqrt(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    _positive("scale", scale)
    w = tf.cast(tf.convert_to_tensor(w), tf.float32)
    exponent = tf.reduce_sum(tf.abs(w)) / scale
    return exponent + math.log(2 * scale)


def l2_strength(sigma):
    _positive("sigma", sigma)
    return 0.5 * sigma**-2


def l1_strength(scale):
    _positive("scale", scale)
    return scale**-1
