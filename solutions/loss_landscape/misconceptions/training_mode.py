"""
what.en = "The model predicts in training mode: dropout is active, and batch normalization uses the statistics of the batch and changes its moving ones."
what.ko = "모델이 학습 모드로 예측합니다. 드롭아웃이 작동하고, 배치 정규화가 배치 통계량을 쓰며 이동 통계량까지 바꿉니다."
try.en = "Which argument of the model's call decides about the mode?"
try.ko = "모델을 호출할 때 어떤 인자가 모드를 정하나요?"
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
                surface[i, j] = np.mean(loss_fn(y, model(x, training=True)))
    finally:
        for w, s in zip(weights, start, strict=True):
            w.assign(s)
    return surface
