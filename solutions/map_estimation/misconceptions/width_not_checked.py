"""
what.en = "The width is not checked: 0 leads to a division by zero, and a negative width to a number that means nothing."
what.ko = "폭을 검사하지 않았습니다. 0을 주면 0으로 나누게 되고, 음수를 주면 뜻 없는 수가 나옵니다."
try.en = "There is no density with sigma = -1. What should your functions do when they are asked for one?"
try.ko = "sigma = -1인 밀도는 없습니다. 그런 요청을 받으면 함수가 어떻게 해야 할까요?"
"""

from __future__ import annotations

import math

from keras import ops


def gaussian_negative_log_prior(w, sigma):
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(w**2 / (2 * sigma**2) + math.log(sigma) + 0.5 * math.log(2 * math.pi))


def laplace_negative_log_prior(w, scale):
    w = ops.convert_to_tensor(w, dtype="float32")
    return ops.sum(ops.abs(w) / scale + math.log(2 * scale))


def l2_strength(sigma):
    return 1 / (2 * sigma**2)


def l1_strength(scale):
    return 1 / scale
