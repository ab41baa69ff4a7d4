"""
what.en = "Only negative widths are refused: 0 gets past the check and leads to a division by zero."
what.ko = "음수인 폭만 막았습니다. 0은 검사를 지나가서 0으로 나누게 됩니다."
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
