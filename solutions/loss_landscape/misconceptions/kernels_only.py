"""
what.en = "The surface moves the kernels alone: what the directions hold for biases and the like is not used."
what.ko = "곡면을 구할 때 커널만 움직입니다. 방향에 들어 있는 편향 등의 값은 쓰지 않았습니다."
try.en = "The directions say how far each weight moves. Who decides that biases stay: the direction or the surface?"
try.ko = "각 가중치가 얼마나 움직일지는 방향이 정합니다. 편향이 움직이지 않는다면 그것은 방향과 곡면 중 어느 쪽이 정한 것인가요?"
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
                    if s.ndim > 1:
                        w.assign(s + alpha * d0 + beta * d1)
                surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return surface
