"""Wrong idea: a step multiplies each weight by (1 + a d0 + b d1); style: factor arrays computed first, keras ops on tensors."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)

    def rescaled(w):
        noise = rng.normal(size=w.shape)
        every_axis_but_the_last = tuple(range(w.ndim - 1))
        length = np.linalg.norm if w.ndim == 2 else None
        if length is not None:
            want, have = length(w, axis=0), length(noise, axis=0)
        else:
            want = np.sqrt((w.astype("float64") ** 2).sum(every_axis_but_the_last))
            have = np.sqrt((noise**2).sum(every_axis_but_the_last))
        return (noise / have * want).astype(w.dtype)

    arrays = [ops.convert_to_numpy(v) for v in model.trainable_weights]
    return [rescaled(w) if w.ndim > 1 else np.zeros_like(w) for w in arrays]


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    variables = model.trainable_weights
    backup = [ops.convert_to_numpy(v).copy() for v in variables]
    surface = np.zeros((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for v, w, d0, d1 in zip(variables, backup, *directions):
                    # steps are measured in units of the weights themselves
                    factor = 1 + alpha * d0 + beta * d1
                    v.assign(w * factor)
                surface[i, j] = float(ops.mean(loss_fn(y, model(x, training=False))))
    finally:
        for v, w in zip(variables, backup):
            v.assign(w)
    return surface
