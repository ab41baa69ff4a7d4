"""Wrong idea: both steps go along the first direction; style: flattened helper loop over pairs (step, direction)."""
import keras
import numpy as np
from keras import ops


def norms(a):
    return np.linalg.norm(a.reshape((-1, a.shape[-1])), axis=0)


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    d = []
    for w in map(ops.convert_to_numpy, model.trainable_weights):
        if w.ndim < 2:
            d += [np.zeros_like(w)]
        else:
            noise = rng.standard_normal(w.shape)
            d += [(noise * (norms(w) / norms(noise))).astype(w.dtype)]
    return d


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    weights = model.trainable_weights
    zero = [ops.convert_to_numpy(w).copy() for w in weights]
    direction = directions[0]

    def shifted(steps):
        moved = zero
        for step in steps:
            moved = [m + step * d for m, d in zip(moved, direction)]
        return moved

    surface = np.zeros((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for w, value in zip(weights, shifted((alpha, beta))):
                    w.assign(value)
                surface[i, j] = np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False))))
    finally:
        for w, value in zip(weights, zero):
            w.assign(value)
    return surface
