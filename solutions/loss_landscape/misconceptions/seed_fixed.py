"""
what.en = "The seed is always the same number: two directions of a plane are one and the same."
what.ko = "시드가 언제나 같은 수입니다. 평면의 두 방향이 똑같아집니다."
try.en = "Ask for two directions with different seeds and compare them."
try.ko = "서로 다른 시드로 방향 두 개를 얻어 비교해 보세요."
"""

from __future__ import annotations

import numpy as np


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(42)
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
    return surface
