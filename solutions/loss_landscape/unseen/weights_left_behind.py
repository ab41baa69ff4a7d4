"""Wrong idea: the weights are never put back; style: weights read once as numpy, set_point helper, axis-free norms."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    out = []
    for v in model.trainable_weights:
        w = ops.convert_to_numpy(v)
        g = rng.standard_normal(w.shape)
        if w.ndim < 2:
            g[...] = 0.0
        else:
            g_filters = g.reshape((-1, w.shape[-1]))  # a view: changes g as well
            w_filters = w.reshape((-1, w.shape[-1]))
            g_filters *= np.sqrt((w_filters**2).sum(0)) / np.sqrt((g_filters**2).sum(0))
        out.append(np.asarray(g, dtype=w.dtype))
    return out


def set_point(model, origin, directions, steps):
    for k, v in enumerate(model.trainable_weights):
        v.assign(origin[k] + sum(step * d[k] for step, d in zip(steps, directions)))


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    origin = [np.array(ops.convert_to_numpy(v)) for v in model.trainable_weights]
    surface = np.zeros((len(alphas), len(betas)))
    for i, alpha in enumerate(alphas):
        for j, beta in enumerate(betas):
            set_point(model, origin, directions, (alpha, beta))
            prediction = model(x, training=False)
            surface[i, j] = np.mean(ops.convert_to_numpy(loss_fn(y, prediction)))
    return surface
