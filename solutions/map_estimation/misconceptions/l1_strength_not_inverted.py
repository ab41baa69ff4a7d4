"""
what.en = "l1_strength is the scale itself: a wider prior should punish less, not more."
what.ko = "l1_strength가 scale 그대로입니다. 사전 분포가 넓을수록 벌점은 커지는 것이 아니라 작아져야 합니다."
try.en = "A very wide prior says almost nothing about w. Should lambda be large or small then?"
try.ko = "아주 넓은 사전 분포는 w에 대해 거의 아무것도 말하지 않습니다. 그때 lambda는 커야 할까요, 작아야 할까요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2 / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return scale
