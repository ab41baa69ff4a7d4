"""Seed ignored, written in the style of the alternative `keras_random`."""

from __future__ import annotations

from contextlib import contextmanager

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    generator = keras.random.SeedGenerator()

    def step(weight):
        if len(weight.shape) < 2:
            return ops.zeros_like(weight)
        axes = list(range(len(weight.shape) - 1))
        noise = keras.random.normal(weight.shape, dtype="float32", seed=generator)
        wanted = ops.sqrt(ops.sum(ops.square(ops.cast(weight, "float32")), axis=axes, keepdims=True))
        found = ops.sqrt(ops.sum(ops.square(noise), axis=axes, keepdims=True))
        return ops.cast(noise / found * wanted, weight.dtype)

    return [ops.convert_to_numpy(step(weight)) for weight in model.trainable_weights]


@contextmanager
def kept(model):
    """Put all weights back at the end, come what may."""
    values = model.get_weights()
    try:
        yield
    finally:
        model.set_weights(values)


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    first, second = directions
    start = [ops.copy(weight) for weight in model.trainable_weights]
    rows = []
    with kept(model):
        for alpha in alphas:
            rows.append([])
            for beta in betas:
                for weight, value, a, b in zip(model.trainable_weights, start, first, second, strict=True):
                    weight.assign(value + float(alpha) * a + float(beta) * b)
                loss = loss_fn(y, model(x, training=False))
                rows[-1].append(float(ops.mean(loss)))
    return np.array(rows, dtype="float32")
