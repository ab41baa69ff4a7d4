"""
what.en = "NaN and infinite losses are replaced by numbers: the surface hides where training breaks down."
what.ko = "NaN과 무한대인 손실을 다른 수로 바꿉니다. 학습이 무너지는 곳이 곡면에서 가려집니다."
try.en = "What would a reader of the picture want to know about such a point?"
try.ko = "그림을 보는 사람은 그런 점에 대해 무엇을 알아야 할까요?"
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
                surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return np.nan_to_num(surface)
