"""
what.en = "The model keeps the weights of the last point: the weights are never put back."
what.ko = "모델에 마지막 점의 가중치가 남아 있습니다. 원래 가중치로 되돌리지 않았습니다."
try.en = "Print one weight before and after the call."
try.ko = "호출하기 전과 후에 가중치 하나를 출력해 보세요."
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
    return surface
