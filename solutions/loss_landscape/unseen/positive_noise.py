"""Wrong idea: entries between 0 and 1; style: rng.random, expand with None axes, small class that remembers the weights."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for variable in model.trainable_weights:
        w = ops.convert_to_numpy(variable)
        if w.ndim < 2:
            direction.append(w * 0)
            continue
        d = rng.random(w.shape)
        axes = tuple(np.arange(w.ndim - 1))
        size_of_w = np.sqrt(np.sum(w * w, axis=axes))
        size_of_d = np.sqrt(np.sum(d * d, axis=axes))
        direction.append((d / size_of_d * size_of_w).astype(w.dtype))
    return direction


class _Memory:
    """Remembers the weights of a model and puts them back."""

    def __init__(self, model):
        self.variables = model.trainable_weights
        self.values = [ops.convert_to_numpy(v).copy() for v in self.variables]

    def __enter__(self):
        return self.values

    def __exit__(self, *error):
        for v, value in zip(self.variables, self.values):
            v.assign(value)
        return False


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    d0, d1 = directions
    out = np.zeros((len(alphas), len(betas)))
    with _Memory(model) as values:
        for i, a in enumerate(alphas):
            for j, b in enumerate(betas):
                for v, w, p, q in zip(model.trainable_weights, values, d0, d1):
                    v.assign(w + a * p + b * q)
                out[i, j] = float(np.mean(loss_fn(y, model(x, training=False))))
    return out
