"""
what.en = "The arrays of the directions themselves are multiplied: after the first point they are no longer what was handed in."
what.ko = "방향으로 받은 배열 자체에 곱해서 값을 바꿉니다. 첫 번째 점이 지나면 호출한 쪽이 준 방향이 아니게 됩니다."
try.en = "What does `d *= alpha` do to the array that was handed in?"
try.ko = "`d *= alpha`는 받은 배열을 어떻게 바꾸나요?"
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
                    d0 *= alpha
                    d1 *= beta
                    w.assign(s + d0 + d1)
                surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return surface
