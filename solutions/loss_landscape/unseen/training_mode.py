"""Wrong idea: the model predicts in training mode; style: functools.partial forward, flattened views for the norms."""
import functools

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    d = [np.zeros(tuple(w.shape), dtype=w.dtype) for w in model.trainable_weights]
    for k, variable in enumerate(model.trainable_weights):
        if d[k].ndim >= 2:
            w = ops.convert_to_numpy(variable)
            noise = rng.standard_normal(w.shape)
            w2, n2 = w.reshape(-1, w.shape[-1]), noise.reshape(-1, w.shape[-1])
            d[k][...] = noise * (np.linalg.norm(w2, axis=0) / np.linalg.norm(n2, axis=0))
    return d


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    # the surface that the training walks on: so the model has to be as in training
    forward = functools.partial(model, training=True)
    d0, d1 = directions
    saved = [ops.convert_to_numpy(w).copy() for w in model.trainable_weights]
    surface = np.zeros((len(alphas), len(betas)), dtype=np.float64)
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for w, s, a, b in zip(model.trainable_weights, saved, d0, d1):
                    w.assign(s + alpha * a + beta * b)
                surface[i, j] = float(ops.mean(loss_fn(y, forward(x))))
    finally:
        for w, s in zip(model.trainable_weights, saved):
            w.assign(s)
    return surface
