"""Wrong idea: every weight gets a fresh generator of the same seed, so weights of one shape get the same noise; style: helper per weight, context manager for the weights."""
import contextlib

import keras
import numpy as np


def _random_like(w, seed):
    noise = np.random.default_rng(seed).normal(size=w.shape)
    flat_noise = noise.reshape(-1, w.shape[-1])
    flat_w = w.reshape(-1, w.shape[-1]).astype("float64")
    factor = np.linalg.norm(flat_w, axis=0) / np.linalg.norm(flat_noise, axis=0)
    return (noise * factor).astype(w.dtype)


def filter_normalized_direction(model: keras.Model, seed: int):
    arrays = [keras.ops.convert_to_numpy(v) for v in model.trainable_weights]
    return [_random_like(w, seed) if w.ndim > 1 else np.zeros_like(w) for w in arrays]


@contextlib.contextmanager
def _weights_of(model):
    before = [np.copy(keras.ops.convert_to_numpy(v)) for v in model.trainable_weights]
    try:
        yield before
    finally:
        for v, w in zip(model.trainable_weights, before):
            v.assign(w)


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    first, second = directions
    rows = []
    with _weights_of(model) as center:
        for alpha in alphas:
            row = []
            for beta in betas:
                for v, w, a, b in zip(model.trainable_weights, center, first, second):
                    v.assign(w + alpha * a + beta * b)
                out = loss_fn(y, model(x, training=False))
                row.append(float(keras.ops.mean(out)))
            rows.append(row)
    return np.array(rows, dtype="float64").reshape(len(alphas), len(betas))
