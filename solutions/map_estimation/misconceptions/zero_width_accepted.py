"""
what.en = "A width of exactly 0 is accepted: only negative ones are refused."
what.ko = "음수만 막고 폭이 정확히 0인 경우는 받아들입니다."
try.en = "Is there a density with sigma = 0? Read the condition of your `if` once more."
try.ko = "sigma = 0인 밀도가 있나요? `if`의 조건을 다시 읽어 보세요."
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma < 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2 / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale < 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma < 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale < 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
