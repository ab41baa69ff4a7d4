"""
idea.en = "The log density of one entry as a function of its own; summed and negated at the end."
idea.ko = "원소 하나의 로그 밀도를 함수로 두고 마지막에 더해서 부호를 바꿉니다."
"""

from __future__ import annotations

import numpy as np
from keras import ops


def _log_normal(w, sigma):
    return -0.5 * (w / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_laplace(w, scale):
    return -ops.abs(w) / scale - np.log(2) - np.log(scale)


def _tensor(w):
    return ops.cast(ops.convert_to_tensor(w), "float32")


def gaussian_negative_log_prior(w, sigma):
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return -ops.sum(_log_normal(_tensor(w), float(sigma)))


def laplace_negative_log_prior(w, scale):
    if scale <= 0:
        raise ValueError("scale must be positive")
    return -ops.sum(_log_laplace(_tensor(w), float(scale)))


def l2_strength(sigma):
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return 0.5 * sigma**-2


def l1_strength(scale):
    if scale <= 0:
        raise ValueError("scale must be positive")
    return scale**-1
