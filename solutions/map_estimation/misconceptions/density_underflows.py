"""
what.en = "The density is computed first and its logarithm afterwards: far from 0 the density is too small for a float, and the result is infinite."
what.ko = "밀도를 먼저 구하고 로그를 나중에 취했습니다. 0에서 멀면 밀도가 부동소수점으로 나타낼 수 없이 작아져 결과가 무한대가 됩니다."
try.en = "What is exp(-800) on your machine? Where on the way to the answer can exp be avoided?"
try.ko = "exp(-800)을 계산해 보세요. 답에 이르는 과정의 어디에서 exp를 피할 수 있나요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    density = ops.exp(-(w**2) / (2 * sigma**2)) / (sigma * math.sqrt(2 * math.pi))
    return -ops.sum(ops.log(density))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    density = ops.exp(-ops.abs(w) / scale) / (2 * scale)
    return -ops.sum(ops.log(density))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
