"""Wrong idea: the surface is (betas, alphas), turned round; style: context manager, comprehension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np
from keras import ops


def _norms(a):
    axes = tuple(range(a.ndim - 1))
    return np.sqrt((a.astype("float64") ** 2).sum(axis=axes, keepdims=True))


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    generator = np.random.default_rng(seed)

    def one(weight):
        value = np.asarray(ops.convert_to_numpy(weight))
        if value.ndim <= 1:
            return np.zeros(value.shape, dtype=value.dtype)
        noise = generator.standard_normal(value.shape)
        return (noise * (_norms(value) / _norms(noise))).astype(value.dtype)

    return [one(weight) for weight in model.trainable_weights]


@contextmanager
def _weights_of(model):
    """Lend out the weights: whatever happens, they are put back."""
    saved = [np.array(ops.convert_to_numpy(w)) for w in model.trainable_weights]
    try:
        yield saved
    finally:
        for w, old in zip(model.trainable_weights, saved):
            w.assign(old)


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

    with _weights_of(model) as centre:

        def height(alpha, beta):
            for w, c, u, v in zip(model.trainable_weights, centre, d0, d1):
                w.assign(c + alpha * u + beta * v)
            return float(np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False)))))

        # alpha is the x axis and beta the y axis of the picture
        return np.array([[height(alpha, beta) for alpha in alphas] for beta in betas], dtype="float64")
