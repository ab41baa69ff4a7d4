"""Summed over examples, written in the style of the alternative `filter_by_filter`."""

from __future__ import annotations

import numpy as np


def filter_normalized_direction(model, seed):
    random = np.random.RandomState(seed)
    direction = []
    for weight in model.trainable_weights:
        w = np.array(weight, dtype="float64")
        d = np.zeros(w.shape)
        if w.ndim > 1:
            for k in range(w.shape[-1]):
                d[..., k] = random.randn(*w.shape[:-1])
                d[..., k] = d[..., k] / np.linalg.norm(d[..., k]) * np.linalg.norm(w[..., k])
        direction.append(d.astype(np.array(weight).dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    before = model.get_weights()
    start = [np.array(w) for w in model.trainable_weights]
    surface = np.zeros(len(alphas) * len(betas))
    points = [(alpha, beta) for alpha in alphas for beta in betas]
    try:
        for n, (alpha, beta) in enumerate(points):
            for k, w in enumerate(model.trainable_weights):
                w.assign(start[k] + alpha * directions[0][k] + beta * directions[1][k])
            surface[n] = np.sum(loss_fn(y, model.predict(x, verbose=0)))
    except BaseException:
        model.set_weights(before)
        raise
    model.set_weights(before)
    return surface.reshape(len(alphas), len(betas))
