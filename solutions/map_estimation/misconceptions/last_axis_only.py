"""
what.en = "Only the last axis is summed: a matrix of weights gives a vector, and a single number, which has no axis, gives an error."
what.ko = "마지막 축만 더했습니다. 행렬을 넣으면 벡터가 나오고, 축이 없는 수 하나를 넣으면 오류가 납니다."
try.en = "What is the shape of your result for a kernel of shape (2, 3)? How many numbers is one density?"
try.ko = "모양이 (2, 3)인 커널에 대한 결과의 모양은 무엇인가요? 밀도 하나는 수 몇 개인가요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2 / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi), axis=-1)


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale), axis=-1)


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
