"""Wrong idea: the generator always gets the number 42, not the seed; style: loop over filters, row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(42)  # reproducible
    direction = []
    for w in model.trainable_weights:
        w = np.array(ops.convert_to_numpy(w))
        d = np.zeros_like(w)
        if w.ndim >= 2:
            for k in range(w.shape[-1]):  # one filter after the other
                noise = rng.normal(0.0, 1.0, size=w.shape[:-1])
                noise = noise / np.sqrt(np.sum(noise**2))
                d[..., k] = noise * np.sqrt(np.sum(w[..., k].astype("float64") ** 2))
        direction.append(d)
    return direction


def _row(model, loss_fn, x, y, base, step, betas):
    row = []
    for beta in betas:
        for w, b, s in zip(model.trainable_weights, base, step):
            w.assign(b + beta * s)
        loss = loss_fn(y, model(x, training=False))
        row.append(np.mean(ops.convert_to_numpy(loss)))
    return row


def loss_surface(
    model: keras.Model,
    loss_fn: Callable[[Any, Any], Any],
    x: np.ndarray,
    y: np.ndarray,
    directions: tuple[Sequence[np.ndarray], Sequence[np.ndarray]],
    alphas: Sequence[float],
    betas: Sequence[float],
) -> np.ndarray:
    d0, d1 = directions
    center = [np.array(ops.convert_to_numpy(w)) for w in model.trainable_weights]
    surface = np.empty((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            base = [c + alpha * d for c, d in zip(center, d0)]
            surface[i] = _row(model, loss_fn, x, y, base, d1, betas)
    finally:
        for w, c in zip(model.trainable_weights, center):
            w.assign(c)
    return surface
