"""Wrong idea: each kernel as a whole gets the model's norm, not each filter; style: keras.random, nested helper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    draws = keras.random.SeedGenerator(seed)
    direction = []
    for weight in model.trainable_weights:
        value = np.array(ops.convert_to_numpy(weight))
        if len(value.shape) > 1:
            noise = ops.convert_to_numpy(keras.random.normal(value.shape, dtype="float32", seed=draws))
            # rescale the noise so that it is as long as the weight
            length = np.linalg.norm(value.astype("float64").ravel())
            noise = noise * (length / np.linalg.norm(noise.ravel()))
        else:
            noise = 0 * value
        direction.append(noise.astype(value.dtype))
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
    weights = model.trainable_weights
    origin = [np.array(ops.convert_to_numpy(w)) for w in weights]

    def move_to(point):
        for w, p in zip(weights, point):
            w.assign(p)

    surface = np.zeros((len(alphas), len(betas)), dtype="float64")
    try:
        for i in range(len(alphas)):
            for j in range(len(betas)):
                move_to([o + alphas[i] * a + betas[j] * b for o, a, b in zip(origin, *directions)])
                losses = loss_fn(y, model(x, training=False))
                surface[i, j] = np.asarray(ops.convert_to_numpy(losses)).mean()
    finally:
        move_to(origin)
    return surface
