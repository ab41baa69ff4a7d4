"""Wrong idea: each filter has norm 1; style: keras.utils.normalize-like helper by moveaxis, restore function, predict by call."""
import keras
import numpy as np
from keras import ops


def unit_filters(array):
    filters = np.moveaxis(array, -1, 0)
    filters = filters / np.array([np.linalg.norm(f) for f in filters]).reshape((-1,) + (1,) * (array.ndim - 1))
    return np.moveaxis(filters, 0, -1)


def filter_normalized_direction(model, seed):
    generator = np.random.default_rng(seed)

    def one(weight):
        shape, dtype = tuple(weight.shape), keras.backend.standardize_dtype(weight.dtype)
        if len(shape) < 2:
            return np.zeros(shape, dtype)
        return unit_filters(generator.normal(0.0, 1.0, shape)).astype(dtype)

    return [one(weight) for weight in model.trainable_weights]


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    w0 = [ops.convert_to_numpy(w).copy() for w in model.trainable_weights]

    def move(alpha, beta):
        for variable, w, a, b in zip(model.trainable_weights, w0, directions[0], directions[1]):
            variable.assign((w + alpha * a + beta * b).astype(w.dtype))

    def value():
        return float(np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False)))))

    losses = np.full((len(alphas), len(betas)), np.nan)
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                move(alpha, beta)
                losses[i, j] = value()
    finally:
        for variable, w in zip(model.trainable_weights, w0):
            variable.assign(w)
    return losses
