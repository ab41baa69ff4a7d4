"""Wrong idea: the direction is raw Gaussian noise; style: dict of kernels, meshgrid loop, copied weights in numpy."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    return [
        rng.normal(loc=0.0, scale=1.0, size=tuple(w.shape)).astype(w.dtype)
        if len(w.shape) > 1
        else np.zeros(tuple(w.shape), dtype=w.dtype)
        for w in model.trainable_weights
    ]


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    d0, d1 = directions
    weights = model.trainable_weights
    start = [np.array(ops.convert_to_numpy(w), copy=True) for w in weights]
    A, B = np.meshgrid(np.asarray(alphas, float), np.asarray(betas, float), indexing="ij")
    losses = np.zeros(A.shape)
    try:
        for index in np.ndindex(A.shape):
            a, b = float(A[index]), float(B[index])
            for k in range(len(weights)):
                weights[k].assign(start[k] + a * d0[k] + b * d1[k])
            losses[index] = float(ops.mean(loss_fn(y, model(x, training=False))))
    finally:
        for k in range(len(weights)):
            weights[k].assign(start[k])
    return losses
