"""
what.en = "A new generator with the same seed is made for every weight: weights of one shape get the same noise."
what.ko = "가중치마다 같은 시드로 생성기를 새로 만들어서, 모양이 같은 가중치에 똑같은 잡음이 들어갑니다."
try.en = "How often is your generator made, and what does it give first each time?"
try.ko = "생성기를 몇 번 만드나요? 만들 때마다 처음에 무엇을 내놓나요?"
"""

from __future__ import annotations

import numpy as np


def filter_normalized_direction(model, seed):
    direction = []
    for weight in model.trainable_weights:
        rng = np.random.default_rng(seed)
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
