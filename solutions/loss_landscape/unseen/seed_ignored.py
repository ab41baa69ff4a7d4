"""Wrong idea: the seed is not used; style: np.random.randn with a seed only documented, flat index over the grid."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed=0):
    """A random direction.

    seed: number of the direction
    """
    direction = []
    rng = np.random.default_rng()
    for weight in model.trainable_weights:
        w = ops.convert_to_numpy(weight)
        d = np.zeros_like(w)
        if len(w.shape) >= 2:
            noise = rng.standard_normal(w.shape)
            for unit in range(w.shape[-1]):
                f = noise[..., unit]
                d[..., unit] = f / np.sqrt(np.sum(f**2)) * np.sqrt(np.sum(w[..., unit] ** 2))
        direction.append(d)
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    n, m = len(alphas), len(betas)
    flat = np.zeros(n * m)
    weights = [ops.convert_to_numpy(v).copy() for v in model.trainable_weights]
    try:
        for point in range(n * m):
            alpha, beta = alphas[point // m], betas[point % m]
            for k, v in enumerate(model.trainable_weights):
                v.assign(weights[k] + alpha * directions[0][k] + beta * directions[1][k])
            flat[point] = np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False))))
    finally:
        for k, v in enumerate(model.trainable_weights):
            v.assign(weights[k])
    return flat.reshape(n, m)
