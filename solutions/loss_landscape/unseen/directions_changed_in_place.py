"""Wrong idea: the arrays of the directions are multiplied in place; style: in-place numpy "to save memory", itertools."""
import itertools

import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    out = []
    for v in model.trainable_weights:
        w = ops.convert_to_numpy(v)
        d = np.zeros_like(w)
        if w.ndim > 1:
            d[...] = rng.standard_normal(w.shape)
            for k in range(w.shape[-1]):
                d[..., k] *= np.linalg.norm(w[..., k]) / np.linalg.norm(d[..., k])
        out.append(d)
    return out


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    weights = model.trainable_weights
    center = [np.copy(ops.convert_to_numpy(w)) for w in weights]
    d0, d1 = directions
    result = np.zeros((len(alphas), len(betas)), dtype="float64")
    try:
        for (i, alpha), (j, beta) in itertools.product(enumerate(alphas), enumerate(betas)):
            for w, c, p, q in zip(weights, center, d0, d1):
                # *= needs no further memory
                p *= alpha
                q *= beta
                w.assign(c + p + q)
            result[i, j] = np.mean(np.asarray(loss_fn(y, model(x, training=False))))
    finally:
        for w, c in zip(weights, center):
            w.assign(c)
    return result
