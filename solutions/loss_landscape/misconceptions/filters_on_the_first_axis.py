"""
what.en = "The norms are taken along the wrong axis: in Keras the output units are the last axis of a kernel, not the first."
what.ko = "노름을 잘못된 축에서 구합니다. Keras에서는 커널의 첫 번째 축이 아니라 마지막 축이 출력 유닛입니다."
try.en = "Print the shape of the kernel of Dense(3) for 5 inputs. Which axis belongs to the outputs?"
try.ko = "입력이 5개인 Dense(3)의 커널 모양을 출력해 보세요. 어느 축이 출력인가요?"
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
            axes = tuple(range(1, w.ndim))
            norm_w = np.sqrt((w**2).sum(axis=axes, keepdims=True))
            norm_d = np.sqrt((d**2).sum(axis=axes, keepdims=True))
            d *= norm_w / norm_d
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
