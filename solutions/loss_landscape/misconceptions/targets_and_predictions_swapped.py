"""
what.en = "The loss gets the prediction first and the targets second."
what.ko = "손실 함수에 예측을 먼저, 정답을 나중에 넣었습니다."
try.en = "In which order does a Keras loss take its arguments?"
try.ko = "Keras의 손실 함수는 인자를 어떤 순서로 받나요?"
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
                surface[i, j] = np.mean(loss_fn(model(x, training=False), y))
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return surface
