"""Wrong idea: values between -1 and 1 equally often; style: rng.uniform, ops arithmetic on copied tensors."""
import keras
import numpy as np
from keras import ops


def _noise(rng, shape):
    return rng.uniform(low=-1.0, high=1.0, size=shape)


def _norm(a):
    # norm of each filter, with axes of length 1 so that it can be divided by
    return np.sqrt(np.sum(a**2, axis=tuple(range(a.ndim - 1)), keepdims=True))


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for weight in model.trainable_weights:
        value = ops.convert_to_numpy(weight)
        step = np.zeros_like(value)
        if value.ndim > 1:
            noise = _noise(rng, value.shape)
            step = (noise / _norm(noise) * _norm(value)).astype(value.dtype)
        direction.append(step)
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    weights = model.trainable_weights
    values = [ops.copy(w.value) for w in weights]
    d0 = [ops.convert_to_tensor(d, dtype=v.dtype) for d, v in zip(directions[0], values)]
    d1 = [ops.convert_to_tensor(d, dtype=v.dtype) for d, v in zip(directions[1], values)]
    surface = np.zeros((len(alphas), len(betas)))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for w, v, a, b in zip(weights, values, d0, d1):
                    w.assign(v + float(alpha) * a + float(beta) * b)
                surface[i, j] = float(ops.mean(loss_fn(y, model(x, training=False))))
    finally:
        for w, v in zip(weights, values):
            w.assign(v)
    return surface
