"""Targets and predictions swapped, written in the style of the alternative `cloned_model`."""

from __future__ import annotations

import keras
import numpy as np


def norm_of_filters(array):
    return np.sqrt(np.square(array.astype("float64")).reshape(-1, array.shape[-1]).sum(0))


def filter_normalized_direction(model, seed):
    values = [np.array(weight) for weight in model.trainable_weights]
    streams = [np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(len(values))]
    direction = [np.zeros(value.shape, value.dtype) for value in values]
    for i, (value, stream) in enumerate(zip(values, streams, strict=True)):
        if value.ndim > 1:
            noise = stream.normal(0.0, 0.1, value.shape)
            direction[i] = (noise * norm_of_filters(value) / norm_of_filters(noise)).astype(value.dtype)
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    pairs = list(zip(model.trainable_weights, copy.trainable_weights, directions[0], directions[1], strict=True))
    surface = np.full([len(alphas), len(betas)], np.nan)
    for i in range(len(alphas)):
        for j in range(len(betas)):
            for original, weight, d0, d1 in pairs:
                weight.assign(original + alphas[i] * d0 + betas[j] * d1)
            surface[i, j] = np.mean(loss_fn(copy(x, training=False), y))
    return surface
