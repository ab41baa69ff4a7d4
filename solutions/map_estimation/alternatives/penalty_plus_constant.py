"""
idea.en = "Strength first: the negative log prior is the penalty with that strength, plus a constant."
idea.ko = "세기를 먼저 구합니다. 음의 로그 사전 밀도는 그 세기의 벌점에 상수를 더한 것입니다."
"""

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
    return strength * tf.reduce_sum(w * w) + entries * 0.5 * math.log(math.pi / strength)


def laplace_negative_log_prior(w, scale):
    strength = l1_strength(scale)
    w = tf.cast(tf.convert_to_tensor(w), tf.float64)
    entries = tf.cast(tf.size(w), tf.float64)
    return strength * tf.reduce_sum(tf.abs(w)) - entries * math.log(strength / 2)
