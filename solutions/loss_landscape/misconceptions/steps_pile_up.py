"""
what.en = "Each step starts where the last one ended: the weights are not reset between two points."
what.ko = "다음 걸음이 앞 걸음이 끝난 곳에서 시작합니다. 점과 점 사이에 가중치를 되돌리지 않았습니다."
try.en = "At which weights is the second point of your surface measured?"
try.ko = "곡면의 두 번째 점은 어떤 가중치에서 잰 것인가요?"
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
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for w, s, d0, d1 in zip(weights, start, directions[0], directions[1], strict=True):
                    w.assign(np.array(w) + alpha * d0 + beta * d1)
                surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return surface
