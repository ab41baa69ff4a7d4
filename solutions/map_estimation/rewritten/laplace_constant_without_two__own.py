"""Wrong idea: the Laplace density is normalised by log(scale) instead of log(2 scale); style: one general function for both priors with power and constant."""
import math

import tensorflow as tf


def _negative_log(w, energy, constant):
    w = tf.convert_to_tensor(w)
    if w.dtype != tf.float32:
        w = tf.cast(w, tf.float32)
    n = tf.cast(tf.size(w), tf.float32)
    return tf.reduce_sum(energy(w)) + n * constant


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError("gaussian prior: sigma <= 0")
    constant = 0.5 * math.log(2 * math.pi) + math.log(sigma)
    return _negative_log(w, lambda v: v * v / (2 * sigma**2), constant)


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError("laplace prior: scale <= 0")
    constant = math.log(scale)
    return _negative_log(w, lambda v: tf.abs(v) / scale, constant)


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError("l2_strength: sigma <= 0")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError("l1_strength: scale <= 0")
    return 1 / scale
