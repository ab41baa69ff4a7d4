from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    """Return a random direction in the space of the model's trainable weights (Li et al., 2018, section 4).

    Every entry is drawn from a Gaussian, independently of all others. Then each filter of the direction is rescaled to
    the L2 norm of the model's filter at the same place. A filter is what leads to one output unit: everything with
    the same index on the last axis, `weight[..., k]`. Weights of rank 1 or 0 (biases, gamma, beta) do not move: there
    the direction is zero.

    Args:
        model: a built model.
        seed: an integer; the same seed gives the same direction.

    Returns:
        One NumPy array for each of `model.trainable_weights`, in their order, of the same shape and dtype.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    direction = []
    for weight in model.trainable_weights:
        value = ops.convert_to_numpy(weight)
        if value.ndim <= 1:
            direction.append(np.zeros_like(value))
            continue
        noise = rng.normal(size=value.shape)
        inside = tuple(range(value.ndim - 1))  # every axis but that of the output units
        norm = np.sqrt(np.sum(np.square(value, dtype="float64"), axis=inside))  # (units,)
        noise *= norm / np.sqrt(np.sum(np.square(noise), axis=inside))
        direction.append(noise.astype(value.dtype))
    return direction
    ### END SOLUTION


def loss_surface(
    model: keras.Model,
    loss_fn: Callable[[Any, Any], Any],
    x: np.ndarray,
    y: np.ndarray,
    directions: tuple[Sequence[np.ndarray], Sequence[np.ndarray]],
    alphas: Sequence[float],
    betas: Sequence[float],
) -> np.ndarray:
    """Return the loss on a plane through the model's weights (Li et al., 2018, equation 1).

    Entry (i, j) is the mean of `loss_fn(y, prediction)` where the trainable weights are
    `w + alphas[i] * d0 + betas[j] * d1` and the model predicts in inference mode. Regularization losses are not added.
    NaN and infinite losses stay as they are. Afterwards every weight of the model is bit for bit what it was, also when
    the model or `loss_fn` raises; the arguments are left as they are.

    Args:
        model: a built model; it need not be compiled.
        loss_fn: takes `(y, prediction)`; returns one number, or one for each example.
        x, y: inputs and targets.
        directions: d0 and d1, each with one array for every trainable weight.
        alphas, betas: steps along d0 and along d1.

    Returns:
        Array of floats, (len(alphas), len(betas)).
    """
    ### BEGIN SOLUTION
    weights = model.trainable_weights
    center = [np.array(ops.convert_to_numpy(weight)) for weight in weights]
    surface = np.empty((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for weight, value, d0, d1 in zip(weights, center, *directions, strict=True):
                    weight.assign(value + alpha * d0 + beta * d1)
                prediction = model(x, training=False)
                surface[i, j] = np.mean(ops.convert_to_numpy(loss_fn(y, prediction)))
    finally:
        for weight, value in zip(weights, center, strict=True):
            weight.assign(value)
    return surface
    ### END SOLUTION
