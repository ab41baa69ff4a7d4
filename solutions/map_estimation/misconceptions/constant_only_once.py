"""
what.en = "The constants are added once, not once for each entry of w."
what.ko = "상수를 w의 원소마다가 아니라 한 번만 더했습니다."
try.en = "The density of independent entries is a product. How many factors does it have, and what does the logarithm make of them?"
try.ko = "서로 독립인 원소들의 밀도는 곱입니다. 인수가 몇 개이고, 로그를 취하면 어떻게 되나요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2) / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi)


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w)) / scale + math.log(2 * scale)


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
