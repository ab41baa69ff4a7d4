"""Wrong idea: the normalising constants are missing, only the part with w is there; style: strengths reused, tf."""

from __future__ import annotations

import tensorflow as tf


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma has to be greater than 0: {sigma}")
    return 1 / (2 * sigma * sigma)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale has to be greater than 0: {scale}")
    return 1 / scale


# a constant does not move the minimum, so log(sigma) and the like are not needed


def gaussian_negative_log_prior(w, sigma):
    factor = l2_strength(sigma)
    return factor * tf.reduce_sum(tf.square(tf.cast(tf.convert_to_tensor(w), tf.float32)))


def laplace_negative_log_prior(w, scale):
    factor = l1_strength(scale)
    return factor * tf.reduce_sum(tf.abs(tf.cast(tf.convert_to_tensor(w), tf.float32)))
