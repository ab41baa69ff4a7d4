"""Wrong idea: each step starts where the last ended; style: assign_add in the inner loop, restored at the end, copies."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    shapes = [tuple(w.shape) for w in model.trainable_weights]
    noise = [rng.normal(size=s) for s in shapes]
    direction = []
    for n, variable in zip(noise, model.trainable_weights):
        w = ops.convert_to_numpy(variable)
        if w.ndim > 1:
            axis = tuple(range(w.ndim - 1))
            n = n / np.sqrt((n**2).sum(axis=axis)) * np.sqrt((w**2).sum(axis=axis))
        else:
            n = np.zeros(w.shape)
        direction.append(n.astype(w.dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    first, second = directions
    keep = [np.array(ops.convert_to_numpy(v)) for v in model.trainable_weights]
    surface = np.zeros((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for v, a, b in zip(model.trainable_weights, first, second):
                    v.assign_add(alpha * a + beta * b)
                surface[i, j] = float(np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False)))))
    finally:
        for v, k in zip(model.trainable_weights, keep):
            v.assign(k)
    return surface
