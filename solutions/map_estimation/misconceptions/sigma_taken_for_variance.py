"""
what.en = "sigma is taken for the variance, which is the square of the standard deviation: w² is divided by sigma, not by its square, and the constant has log(sigma)/2."
what.ko = "sigma를 분산(표준편차의 제곱)으로 여겼습니다. 그래서 w²을 sigma의 제곱이 아니라 sigma로 나누었고, 상수에도 log(sigma)의 절반만 들어 있습니다."
try.en = "sigma has the unit of w. Which unit does w² / sigma have, and can that stand in an exponent?"
try.ko = "sigma의 단위는 w와 같습니다. w² / sigma의 단위는 무엇이며, 지수에 올 수 있나요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2 / (2 * sigma) + 0.5 * math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
