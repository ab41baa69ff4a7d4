"""Wrong idea: direction (and walk) over all weights of the model; style: model.get_weights/set_weights throughout."""
import keras
import numpy as np
from keras import ops


def _filter_norms(a):
    return np.sqrt(np.sum(np.square(a), axis=tuple(range(a.ndim - 1)), keepdims=True))


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for w in model.get_weights():
        if w.ndim > 1:
            d = rng.normal(size=w.shape)
            direction.append((d / _filter_norms(d) * _filter_norms(w)).astype(w.dtype))
        else:
            direction.append(np.zeros_like(w))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    before = model.get_weights()
    # directions for the trained weights alone are fine as well
    trained = [id(w) for w in model.trainable_weights]
    full = []
    for direction in directions:
        if len(direction) != len(before):
            arrays = dict(zip(trained, direction))
            direction = [arrays.get(id(w), 0) for w in model.weights]
        full.append(direction)
    values = np.zeros((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                model.set_weights([w + alpha * d + beta * e for w, d, e in zip(before, *full)])
                values[i, j] = float(ops.mean(loss_fn(y, model(x, training=False))))
    finally:
        model.set_weights(before)
    return values
