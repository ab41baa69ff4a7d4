"""Wrong idea: losses of the examples are added up; style: reduction by hand, scalar losses times the number of examples."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for variable in model.trainable_weights:
        w = np.asarray(ops.convert_to_numpy(variable))
        if w.ndim in (0, 1):
            direction.append(np.zeros(w.shape, w.dtype))
        else:
            d = rng.standard_normal(w.shape)
            axes = tuple(range(w.ndim))[:-1]
            ratio = np.linalg.norm(np.sqrt((w**2).sum(axes))[None], axis=0) / np.sqrt((d**2).sum(axes))
            direction.append(np.multiply(d, ratio).astype(w.dtype))
    return direction


def total_loss(losses, examples):
    losses = ops.convert_to_numpy(losses)
    if losses.ndim == 0:  # the loss function has averaged already
        return float(losses) * examples
    return float(np.sum(losses))


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    vs = model.trainable_weights
    ws = [ops.convert_to_numpy(v).copy() for v in vs]
    heights = np.zeros((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for v, w, d, e in zip(vs, ws, directions[0], directions[1]):
                    v.assign(w + alpha * d + beta * e)
                heights[i, j] = total_loss(loss_fn(y, model(x, training=False)), len(y))
    finally:
        for v, w in zip(vs, ws):
            v.assign(w)
    return heights
