"""
what.en = "Only the part that depends on w is there: the constants log(sigma) + log(2π)/2 and log(2·scale) are missing."
what.ko = "w에 따라 변하는 부분만 있고 상수 log(sigma) + log(2π)/2와 log(2·scale)이 빠졌습니다."
try.en = "What is -log p(0) of a very wide and of a very narrow Gaussian? Which of the two densities is higher at 0?"
try.ko = "아주 넓은 정규 분포와 아주 좁은 정규 분포에서 -log p(0)은 각각 얼마인가요? 0에서 밀도가 더 높은 것은 어느 쪽인가요?"
"""

from __future__ import annotations

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2) / (2 * sigma**2)


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w)) / scale


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
