"""Wrong idea: after each point the step is subtracted again instead of restoring the saved weights; style: assign_add / assign_sub, generator per call."""
import numpy as np


def _norms(a):
    """norm of each filter, shape (1, ..., 1, units)"""
    axes = tuple(range(a.ndim - 1))
    return np.sqrt((a.astype(np.float64) ** 2).sum(axis=axes, keepdims=True))


def filter_normalized_direction(model, seed):
    generator = np.random.default_rng(seed)
    result = []
    for variable in model.trainable_weights:
        w = variable.numpy()
        if w.ndim < 2:
            result.append(np.zeros(w.shape, w.dtype))
        else:
            d = generator.standard_normal(w.shape)
            d = d / _norms(d) * _norms(w)
            result.append(d.astype(w.dtype))
    return result


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    d0, d1 = directions
    variables = model.trainable_weights
    surface = np.zeros((len(alphas), len(betas)))
    for i in range(len(alphas)):
        for j in range(len(betas)):
            steps = [alphas[i] * a + betas[j] * b for a, b in zip(d0, d1)]
            for v, s in zip(variables, steps):
                v.assign_add(s)
            try:
                loss = loss_fn(y, model(x, training=False))
                surface[i, j] = np.mean(np.asarray(loss))
            finally:
                # back to where we came from
                for v, s in zip(variables, steps):
                    v.assign_sub(s)
    return surface
