"""
what.en = "The constant of the Laplace density is log(scale) instead of log(2·scale): only one of its two sides is counted."
what.ko = "라플라스 밀도의 상수가 log(2·scale)이 아니라 log(scale)입니다. 양쪽 중 한쪽만 센 것입니다."
try.en = "Integrate exp(-|w| / scale) over all w, negative ones too."
try.ko = "exp(-|w| / scale)을 음수까지 포함한 모든 w에 대해 적분해 보세요."
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
    return ops.sum(ops.abs(w) / scale + math.log(scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
