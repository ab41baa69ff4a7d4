"""
what.en = "The Laplace density is given an exponent |w| / (2·scale), as if it were a Gaussian."
what.ko = "라플라스 밀도의 지수를 정규 분포처럼 |w| / (2·scale)로 썼습니다."
try.en = "Where does the 2 of the Laplace density stand: in the exponent or in front?"
try.ko = "라플라스 밀도의 2는 어디에 있나요? 지수 안인가요, 앞인가요?"
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
    return ops.sum(ops.abs(w) / (2 * scale) + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / (2 * scale)
