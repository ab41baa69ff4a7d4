"""Wrong idea: direction has arrays for kernels only; style: surface pairs the kernels itself, context manager."""
from __future__ import annotations

from contextlib import contextmanager

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model: keras.Model, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    kernels = [ops.convert_to_numpy(w) for w in model.trainable_weights if len(w.shape) > 1]
    result = []
    for kernel in kernels:
        noise = rng.normal(size=kernel.shape)
        other_axes = tuple(range(kernel.ndim - 1))
        ratio = np.sqrt((kernel**2).sum(other_axes, keepdims=True) / (noise**2).sum(other_axes, keepdims=True))
        result.append((noise * ratio).astype(kernel.dtype))
    return result


@contextmanager
def untouched(variables):
    before = [np.array(ops.convert_to_numpy(v)) for v in variables]
    try:
        yield before
    finally:
        for v, b in zip(variables, before):
            v.assign(b)


def _steps(variables, direction):
    """One array (or 0) for each variable."""
    if len(direction) == len(variables):
        return list(direction)
    arrays = iter(direction)  # kernels alone: the biases stay
    return [next(arrays) if len(v.shape) > 1 else 0.0 for v in variables]


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    variables = model.trainable_weights
    first, second = (_steps(variables, d) for d in directions)
    rows = []
    with untouched(variables) as w:
        for a in alphas:
            row = []
            for b in betas:
                for k, v in enumerate(variables):
                    v.assign(w[k] + a * first[k] + b * second[k])
                loss = loss_fn(y, model(x, training=False))
                row.append(float(ops.mean(loss)))
            rows.append(row)
    return np.array(rows).reshape(len(alphas), len(betas))
