"""
what.en = "The Laplace prior uses w itself: negative weights lower the penalty."
what.ko = "라플라스 사전 분포에 절댓값 없이 w를 그대로 써서, 음수 가중치가 벌점을 낮춥니다."
try.en = "Compare your result for w = 2 and for w = -2. The prior treats both sides alike."
try.ko = "w = 2와 w = -2의 결과를 비교해 보세요. 이 사전 분포는 양쪽을 똑같이 다룹니다."
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
    return ops.sum(w / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
