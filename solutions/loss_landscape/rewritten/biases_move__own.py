"""Wrong idea: weights of rank 1 get Gaussian noise too, rescaled to their own norm; style: generic norm function, np.float64 inside, enumerate."""
import keras
import numpy as np


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for weight in model.trainable_weights:
        w = keras.ops.convert_to_numpy(weight)
        d = rng.normal(size=w.shape)
        if w.ndim >= 2:
            axis = tuple(range(w.ndim - 1))  # filter by filter
        else:
            axis = None  # the bias is one vector
        w64 = w.astype("float64")
        d = d * np.sqrt(np.sum(w64 * w64, axis=axis)) / np.sqrt(np.sum(d * d, axis=axis))
        direction.append(np.asarray(d, dtype=w.dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    weights = model.trainable_weights
    old = [keras.ops.convert_to_numpy(w).copy() for w in weights]

    def go(alpha, beta):
        for w, o, a, b in zip(weights, old, directions[0], directions[1]):
            w.assign(o + alpha * a + beta * b)

    surface = np.empty((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                go(alpha, beta)
                losses = keras.ops.convert_to_numpy(loss_fn(y, model(x, training=False)))
                surface[i, j] = losses.mean()
    finally:
        for w, o in zip(weights, old):
            w.assign(o)
    return surface
