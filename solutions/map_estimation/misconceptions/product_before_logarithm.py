"""
what.en = "The densities of all entries are multiplied before the logarithm: with a few hundred weights the product leaves the range of a float."
what.ko = "모든 원소의 밀도를 먼저 곱한 뒤 로그를 취했습니다. 가중치가 몇백 개만 되어도 곱이 부동소수점의 범위를 벗어납니다."
try.en = "Try 1,000 weights. What does the logarithm turn a product into?"
try.ko = "가중치 1,000개로 시험해 보세요. 로그는 곱을 무엇으로 바꾸나요?"
"""

from __future__ import annotations

import math

import numpy as np


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    density = np.exp(-(np.array(w, "float64") ** 2) / (2 * sigma**2)) / (sigma * math.sqrt(2 * math.pi))
    with np.errstate(divide="ignore"):
        return -np.log(np.prod(density))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    density = np.exp(-np.abs(np.array(w, "float64")) / scale) / (2 * scale)
    with np.errstate(divide="ignore"):
        return -np.log(np.prod(density))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
