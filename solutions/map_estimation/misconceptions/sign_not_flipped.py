"""
what.en = "The log density itself is returned, not its negative."
what.ko = "부호를 바꾸지 않고 로그 밀도를 그대로 돌려주었습니다."
try.en = "A loss should be large for unlikely weights. Is yours?"
try.ko = "손실은 있을 법하지 않은 가중치에서 커야 합니다. 그런가요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return -ops.sum(w**2 / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return -ops.sum(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
