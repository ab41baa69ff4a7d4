"""Wrong idea: norms along the wrong axis, filters taken as first axis; style: for over filters weight[k], as in PyTorch."""
import keras
import numpy as np


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for variable in model.trainable_weights:
        weight = variable.numpy()
        if weight.ndim < 2:
            direction.append(np.zeros_like(weight))
            continue
        noise = rng.standard_normal(weight.shape)
        for d, w in zip(noise, weight):  # one filter after the other
            d *= np.linalg.norm(w) / np.linalg.norm(d)
        direction.append(noise.astype(weight.dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    variables = list(model.trainable_weights)
    originals = [v.numpy() for v in variables]
    surface = []
    try:
        for alpha in alphas:
            for beta in betas:
                for v, w, d0, d1 in zip(variables, originals, *directions):
                    v.assign(w + np.asarray(alpha * d0 + beta * d1, dtype=w.dtype))
                prediction = model(x, training=False)
                surface.append(np.mean(loss_fn(y, prediction)))
    finally:
        [v.assign(w) for v, w in zip(variables, originals)]
    return np.asarray(surface, dtype=float).reshape((len(alphas), len(betas)))
