"""
what.en = "Each filter of the direction has norm 1: the size of the model's filter is left out."
what.ko = "방향의 각 필터를 노름 1로 만들기만 하고 모델 필터의 크기를 곱하지 않았습니다."
try.en = "A step of length 1 is small for a filter of norm 100 and huge for one of norm 0.01. What should it depend on?"
try.ko = "길이 1은 노름이 100인 필터에는 작고 0.01인 필터에는 아주 큽니다. 무엇에 맞추어야 할까요?"
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
            d /= np.sqrt((d**2).sum(axis=axes))
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
