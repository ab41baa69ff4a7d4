"""Wrong idea: NaN and infinite losses are replaced by numbers; style: np.nan_to_num at the end, np.ndenumerate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    values = [np.array(ops.convert_to_numpy(w)) for w in model.trainable_weights]
    direction = [np.zeros(v.shape, v.dtype) for v in values]
    for d, v in zip(direction, values):
        if v.ndim < 2:
            continue
        noise = rng.standard_normal(v.shape)
        inner = tuple(range(v.ndim - 1))
        ratio = np.square(v, dtype="float64").sum(axis=inner) / np.square(noise).sum(axis=inner)
        d[...] = noise * np.sqrt(ratio)
    return direction


def loss_surface(
    model: keras.Model,
    loss_fn: Callable[[Any, Any], Any],
    x: np.ndarray,
    y: np.ndarray,
    directions: tuple[Sequence[np.ndarray], Sequence[np.ndarray]],
    alphas: Sequence[float],
    betas: Sequence[float],
) -> np.ndarray:
    trainable = model.trainable_weights
    before = [np.array(ops.convert_to_numpy(w)) for w in trainable]
    grid_a, grid_b = np.meshgrid(alphas, betas, indexing="ij")
    surface = np.zeros(grid_a.shape)
    try:
        for place, alpha in np.ndenumerate(grid_a):
            beta = grid_b[place]
            for w, start, d0, d1 in zip(trainable, before, *directions):
                w.assign(start + alpha * d0 + beta * d1)
            surface[place] = np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False))))
    finally:
        for w, start in zip(trainable, before):
            w.assign(start)
    return np.nan_to_num(surface)  # otherwise the plot has holes
