"""Wrong idea: entries are +1 or -1 before rescaling; style: np.sign of a Gaussian, filter size from the count of entries."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    result = []
    for v in model.trainable_weights:
        w = ops.convert_to_numpy(v)
        if w.ndim <= 1:
            result.append(np.zeros_like(w))
            continue
        forward_or_back = np.where(rng.standard_normal(w.shape) < 0, -1.0, 1.0)
        entries = w.size // w.shape[-1]
        # n entries of +-1 have norm sqrt(n)
        filter_norm = np.sqrt(np.sum(w.astype(float) ** 2, axis=tuple(range(w.ndim - 1))))
        result.append((forward_or_back * filter_norm / np.sqrt(entries)).astype(w.dtype))
    return result


def evaluate(model, loss_fn, x, y):
    losses = loss_fn(y, model(x, training=False))
    return float(np.asarray(ops.convert_to_numpy(losses)).mean())


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    trainable = model.trainable_weights
    start = [ops.convert_to_numpy(t).copy() for t in trainable]
    grid = np.zeros([len(alphas), len(betas)])
    try:
        for i, alpha in enumerate(alphas):
            along_first = [s + alpha * d for s, d in zip(start, directions[0])]
            for j, beta in enumerate(betas):
                for t, s, d in zip(trainable, along_first, directions[1]):
                    t.assign(s + beta * d)
                grid[i, j] = evaluate(model, loss_fn, x, y)
        return grid
    finally:
        for t, s in zip(trainable, start):
            t.assign(s)
