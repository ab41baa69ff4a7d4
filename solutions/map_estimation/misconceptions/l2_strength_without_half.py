"""
what.en = "l2_strength is 1 / sigma²: the gradient of lambda·w² is 2·lambda·w, and that 2 was forgotten."
what.ko = "l2_strength가 1 / sigma²입니다. lambda·w²의 기울기는 2·lambda·w인데 이 2를 잊었습니다."
try.en = "Take the derivative of lambda·w² and of the negative log prior by w, and set them equal."
try.ko = "lambda·w²과 음의 로그 사전 밀도를 각각 w로 미분해서 같게 놓아 보세요."
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
    return 1 / sigma**2


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
