"""
what.en = "The direction is raw Gaussian noise: its filters have nothing to do with the size of the model's."
what.ko = "방향이 가공하지 않은 가우스 잡음입니다. 필터의 크기가 모델의 필터와 아무 관계가 없습니다."
try.en = "How long should each filter of the direction be? Measure one before and after."
try.ko = "방향의 각 필터는 얼마나 길어야 할까요? 필터 하나를 조정하기 전과 후에 재어 보세요."
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
