"""Wrong idea: the Laplace prior uses w itself, not |w|; style: constant times number of entries, tf."""

from __future__ import annotations

import numpy as np
import tensorflow as tf


def _as_vector(w):
    return tf.reshape(tf.cast(tf.convert_to_tensor(w), tf.float32), [-1])


def _count(vector):
    return tf.cast(tf.size(vector), tf.float32)


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError("sigma <= 0: there is no Gaussian of this width")
    v = _as_vector(w)
    constant = float(np.log(sigma) + 0.5 * np.log(2 * np.pi))
    return tf.reduce_sum(v * v) / (2 * sigma**2) + _count(v) * constant


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError("scale <= 0: there is no Laplace density of this width")
    v = _as_vector(w)
    constant = float(np.log(2 * scale))
    return tf.reduce_sum(v) / scale + _count(v) * constant


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError("sigma <= 0: there is no Gaussian of this width")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError("scale <= 0: there is no Laplace density of this width")
    return 1 / scale
