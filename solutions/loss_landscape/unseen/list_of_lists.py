"""Wrong idea: surface is a list of rows; style: nested comprehension with a height function, normalise by einsum."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    d = []
    for var in model.trainable_weights:
        w = ops.convert_to_numpy(var)
        noise = rng.standard_normal(size=w.shape).astype(w.dtype)
        if w.ndim >= 2:
            v, n = w.reshape(-1, w.shape[-1]), noise.reshape(-1, w.shape[-1])
            scale = np.sqrt(np.einsum("ik,ik->k", v, v) / np.einsum("ik,ik->k", n, n))
            d.append((noise * scale).astype(w.dtype))
        else:
            d.append(np.zeros(w.shape, w.dtype))
    return d


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    theta = [ops.convert_to_numpy(var).copy() for var in model.trainable_weights]

    def go_to(new):
        for var, value in zip(model.trainable_weights, new):
            var.assign(value)

    def height(alpha, beta):
        go_to([t + alpha * a + beta * b for t, a, b in zip(theta, *directions)])
        return float(np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False)))))

    try:
        return [[height(alpha, beta) for beta in betas] for alpha in alphas]
    finally:
        go_to(theta)
