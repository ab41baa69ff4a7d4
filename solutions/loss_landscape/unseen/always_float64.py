"""Wrong idea: arrays are float64 whatever the model is; style: reshape to 2-D, save/restore by get_weights, try/finally."""
import keras
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for weight in model.trainable_weights:
        w = ops.convert_to_numpy(weight).astype("float64")
        if w.ndim <= 1:
            direction.append(np.zeros(w.shape))
            continue
        columns = w.reshape(-1, w.shape[-1])
        d = rng.standard_normal(columns.shape)
        d *= np.linalg.norm(columns, axis=0) / (np.linalg.norm(d, axis=0) + 1e-30)
        direction.append(d.reshape(w.shape))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    saved = model.get_weights()
    start = [ops.convert_to_numpy(w) for w in model.trainable_weights]
    surface = np.empty((len(alphas), len(betas)))
    try:
        for i in range(len(alphas)):
            for j in range(len(betas)):
                for variable, w, d0, d1 in zip(model.trainable_weights, start, *directions):
                    variable.assign(w + alphas[i] * d0 + betas[j] * d1)
                surface[i, j] = np.mean(ops.convert_to_numpy(loss_fn(y, model(x, training=False))))
    finally:
        model.set_weights(saved)
    return surface
