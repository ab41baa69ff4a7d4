"""
what.en = "Of a loss with one number per example only the first is kept."
what.ko = "예제마다 손실이 나올 때 첫 번째 것만 씁니다."
try.en = "What does `loss_fn` return: one number, or one for each example?"
try.ko = "`loss_fn`이 돌려주는 것은 수 하나인가요, 예제마다 하나인가요?"
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
                    w.assign(s + alpha * d0 + beta * d1)
                surface[i, j] = np.ravel(loss_fn(y, model(x, training=False)))[0]
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return surface
