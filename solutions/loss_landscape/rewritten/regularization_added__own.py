"""Wrong idea: the model's regularization losses are added to loss_fn; style: RandomState, itertools, tuples."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
from keras import ops


def _filter_norms(array):
    """L2 norm of array[..., k] for each k."""
    columns = array.reshape(-1, array.shape[-1]).astype("float64")
    return np.linalg.norm(columns, axis=0)


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    random = np.random.RandomState(seed)
    result = []
    for variable in model.trainable_weights:
        w = ops.convert_to_numpy(variable)
        if w.ndim < 2:
            d = np.zeros(w.shape)
        else:
            d = random.standard_normal(w.shape)
            d = d / _filter_norms(d) * _filter_norms(w)
        result.append(d.astype(w.dtype))
    return result


def loss_surface(
    model: keras.Model,
    loss_fn: Callable[[Any, Any], Any],
    x: np.ndarray,
    y: np.ndarray,
    directions: tuple[Sequence[np.ndarray], Sequence[np.ndarray]],
    alphas: Sequence[float],
    betas: Sequence[float],
) -> np.ndarray:
    start = [np.array(ops.convert_to_numpy(v)) for v in model.trainable_weights]
    first, second = directions
    values = []
    try:
        for a, b in itertools.product(alphas, betas):
            for variable, w, d0, d1 in zip(model.trainable_weights, start, first, second):
                variable.assign(w + a * d0 + b * d1)
            loss = np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False))))
            penalty = sum(float(extra) for extra in model.losses)  # weight decay belongs to the loss
            values.append(float(loss) + penalty)
    finally:
        for variable, w in zip(model.trainable_weights, start):
            variable.assign(w)
    return np.array(values, dtype=float).reshape(len(alphas), len(betas))
