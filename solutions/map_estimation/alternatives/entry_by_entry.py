"""
idea.en = "A Python loop over the entries of the flattened array, with math."
idea.ko = "펼친 배열의 원소를 파이썬 반복문으로 돌며 math로 계산합니다."
"""

from __future__ import annotations

import math

import numpy as np


def _check(name, number):
    if number <= 0:
        raise ValueError(f"{name} must be greater than zero")


def gaussian_negative_log_prior(w, sigma):
    _check("sigma", sigma)
    terms = [0.5 * (x / sigma) ** 2 + math.log(sigma * math.sqrt(2 * math.pi)) for x in np.ravel(w).tolist()]
    return math.fsum(terms)


def laplace_negative_log_prior(w, scale):
    _check("scale", scale)
    return math.fsum(abs(x) / scale + math.log(2 * scale) for x in np.ravel(w).tolist())


def l2_strength(sigma):
    _check("sigma", sigma)
    return 1 / (2 * sigma * sigma)


def l1_strength(scale):
    _check("scale", scale)
    return 1 / scale
