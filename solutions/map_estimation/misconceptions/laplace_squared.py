"""
what.en = "The Laplace prior uses w² where it should use |w|: that is a Gaussian's penalty again."
what.ko = "라플라스 사전 분포에 |w| 대신 w²을 썼습니다. 그러면 다시 정규 분포의 벌점이 됩니다."
try.en = "Which of the two priors has a corner at 0? Draw both."
try.ko = "두 사전 분포 가운데 0에서 뾰족한 것은 어느 쪽인가요? 둘 다 그려 보세요."
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
    return ops.sum(w**2 / scale + math.log(2 * scale))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError(f"sigma must be positive, got {sigma}")
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    if scale <= 0:
        raise ValueError(f"scale must be positive, got {scale}")
    return 1 / scale
