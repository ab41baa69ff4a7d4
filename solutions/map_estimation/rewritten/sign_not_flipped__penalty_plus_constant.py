"""Sign not flipped, written in the style of the alternative `penalty_plus_constant`."""

from __future__ import annotations

import math

import tensorflow as tf


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (sigma * sigma) / 2


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale


def gaussian_negative_log_prior(w, sigma):
    strength = l2_strength(sigma)
    w = tf.cast(tf.convert_to_tensor(w), tf.float64)
    entries = tf.cast(tf.size(w), tf.float64)
    return -strength * tf.reduce_sum(w * w) - entries * 0.5 * math.log(math.pi / strength)


def laplace_negative_log_prior(w, scale):
    strength = l1_strength(scale)
    w = tf.cast(tf.convert_to_tensor(w), tf.float64)
    entries = tf.cast(tf.size(w), tf.float64)
    return -strength * tf.reduce_sum(tf.abs(w)) + entries * math.log(strength / 2)
