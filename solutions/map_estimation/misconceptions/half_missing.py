"""
what.en = "The Gaussian's exponent lacks its factor 1/2: w² / sigma² instead of w² / (2 sigma²)."
what.ko = "정규 분포의 지수에 1/2이 빠져 w² / (2 sigma²) 대신 w² / sigma²이 되었습니다."
try.en = "Write the density of N(0, sigma²) down and take its logarithm term by term."
try.ko = "N(0, sigma²)의 밀도를 적고 항별로 로그를 취해 보세요."
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2 / sigma**2 + math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / sigma**2


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
