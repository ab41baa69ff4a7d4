"""
what.en = "The weights are restored by subtracting the step: rounding leaves them a little off."
what.ko = "더한 만큼 다시 빼서 가중치를 되돌립니다. 반올림 때문에 처음과 조금 달라집니다."
try.en = "Is (w + d) - d equal to w for floats? Try it with w = 1e-8 and d = 1."
try.ko = "부동소수점에서 (w + d) - d는 w와 같은가요? w = 1e-8, d = 1로 해 보세요."
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
    surface = np.zeros((len(alphas), len(betas)))
    for i, alpha in enumerate(alphas):
        for j, beta in enumerate(betas):
            step = [alpha * d0 + beta * d1 for d0, d1 in zip(directions[0], directions[1], strict=True)]
            for w, d in zip(weights, step, strict=True):
                w.assign_add(d)
            try:
                surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
            finally:
                for w, d in zip(weights, step, strict=True):
                    w.assign_sub(d)
    return surface
