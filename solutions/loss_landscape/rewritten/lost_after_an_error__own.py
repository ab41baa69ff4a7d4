"""Wrong idea: the weights are put back on the last line, which is not reached when the loss raises; style: vectorised directions, meshgrid."""
import keras
import numpy as np


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)

    def one(variable):
        w = keras.ops.convert_to_numpy(variable)
        if np.ndim(w) < 2:
            return np.zeros_like(w)
        matrix = w.astype("float64").reshape(-1, w.shape[-1])  # a filter is a column
        noise = rng.normal(size=matrix.shape)
        noise *= np.sqrt(np.einsum("ij,ij->j", matrix, matrix) / np.einsum("ij,ij->j", noise, noise))
        return noise.reshape(w.shape).astype(w.dtype)

    return [one(v) for v in model.trainable_weights]


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    variables = model.trainable_weights
    origin = [np.array(keras.ops.convert_to_numpy(v)) for v in variables]
    grid_a, grid_b = np.meshgrid(np.asarray(alphas, float), np.asarray(betas, float), indexing="ij")
    surface = np.zeros(grid_a.shape)
    for index in np.ndindex(*surface.shape):
        a, b = grid_a[index], grid_b[index]
        for v, w, p, q in zip(variables, origin, *directions):
            v.assign(w + a * p + b * q)
        surface[index] = np.mean(keras.ops.convert_to_numpy(loss_fn(y, model(x, training=False))))
    # put the weights back
    for v, w in zip(variables, origin):
        v.assign(w)
    return surface
