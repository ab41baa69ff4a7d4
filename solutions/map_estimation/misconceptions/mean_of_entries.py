"""
what.en = "The mean over the entries is taken, not their sum."
what.ko = "원소들의 합이 아니라 평균을 구했습니다."
try.en = "Twice as many independent weights: should log p(w) stay the same?"
try.ko = "독립인 가중치가 두 배로 늘면 log p(w)가 그대로여야 할까요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.mean(w**2 / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.mean(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
