"""
what.en = "The whole kernel is brought to the norm of the model's, not each filter: small filters get steps that are far too large."
what.ko = "필터마다가 아니라 커널 전체의 노름을 모델에 맞춥니다. 작은 필터는 지나치게 크게 움직입니다."
try.en = "How many norms does a kernel with 10 output units have? Over which axes do you sum?"
try.ko = "출력 유닛이 10개인 커널에는 노름이 몇 개 있나요? 어떤 축을 따라 더하나요?"
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
            d *= np.linalg.norm(w) / np.linalg.norm(d)
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
