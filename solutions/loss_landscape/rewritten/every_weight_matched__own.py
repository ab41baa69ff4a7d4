"""Wrong idea: loss_surface pairs the directions with all weights of the model (get_weights / set_weights); style: get_weights, itertools.product."""
import itertools

import numpy as np


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for w in model.trainable_weights:
        value = np.array(w)
        d = np.zeros_like(value)
        if value.ndim >= 2:
            gauss = rng.normal(size=value.shape)
            for k in range(value.shape[-1]):  # one filter after the other
                length = np.sqrt(np.sum(gauss[..., k] ** 2))
                wanted = np.sqrt(np.sum(value[..., k].astype(float) ** 2))
                d[..., k] = gauss[..., k] * (wanted / length)
        direction.append(d)
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    start = model.get_weights()
    surface = np.empty((len(alphas), len(betas)), dtype=float)
    try:
        for (i, alpha), (j, beta) in itertools.product(enumerate(alphas), enumerate(betas)):
            moved = list(start)
            for k, (a, b) in enumerate(zip(*directions)):
                moved[k] = start[k] + alpha * a + beta * b
            model.set_weights(moved)
            prediction = model(x, training=False)
            surface[i, j] = np.mean(loss_fn(y, prediction))
    finally:
        model.set_weights(start)
    return surface
