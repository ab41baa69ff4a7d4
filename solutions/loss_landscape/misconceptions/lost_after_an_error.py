"""
what.en = "When `loss_fn` raises an error, the function ends before the weights are put back."
what.ko = "`loss_fn`에서 오류가 나면 가중치를 되돌리기 전에 함수가 끝납니다."
try.en = "Which part of Python's `try` runs whether or not there was an error?"
try.ko = "파이썬의 `try`에서 오류가 나든 나지 않든 실행되는 부분은 무엇인가요?"
"""

from __future__ import annotations

import numpy as np


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for weight in model.trainable_weights:
        w = np.array(weight)
        if w.ndim <= 1:
            d = np.zeros_like(w)
        else:
            d = rng.standard_normal(w.shape)
            axes = tuple(range(w.ndim - 1))
            d *= np.linalg.norm(w.reshape(-1, w.shape[-1]), axis=0) / np.sqrt((d**2).sum(axis=axes))
        direction.append(d.astype(w.dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    weights = model.trainable_weights
    start = [np.array(w) for w in weights]
    surface = np.zeros((len(alphas), len(betas)))
    for i, alpha in enumerate(alphas):
        for j, beta in enumerate(betas):
            for w, s, d0, d1 in zip(weights, start, directions[0], directions[1], strict=True):
                w.assign(s + alpha * d0 + beta * d1)
            surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
    for w, s in zip(weights, start, strict=True):
        w.assign(s)
    return surface
