"""Wrong idea: of a loss with one number for each example the first is taken; style: flatten of the loss, dictionary of saved values."""
import keras
import numpy as np


def rescale(noise, like):
    inner = tuple(i for i in range(like.ndim) if i != like.ndim - 1)
    wanted = np.sqrt(np.sum(like.astype("float64") ** 2, axis=inner, keepdims=True))
    actual = np.sqrt(np.sum(noise**2, axis=inner, keepdims=True))
    return noise / actual * wanted


def filter_normalized_direction(model, seed):
    bits = np.random.Generator(np.random.PCG64(seed))
    direction = []
    for v in model.trainable_weights:
        w = v.numpy()
        d = np.zeros(w.shape)
        if w.ndim >= 2:
            d = rescale(bits.normal(0.0, 1.0, w.shape), w)
        direction.append(d.astype(w.dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    saved = {k: v.numpy().copy() for k, v in enumerate(model.trainable_weights)}
    surface = np.zeros([len(alphas), len(betas)])
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for k, v in enumerate(model.trainable_weights):
                    v.assign(saved[k] + alpha * directions[0][k] + beta * directions[1][k])
                loss = loss_fn(y, model(x, training=False))
                # a tensor of shape () or (1,) must become a number
                surface[i, j] = np.ravel(keras.ops.convert_to_numpy(loss))[0]
    finally:
        for k, v in enumerate(model.trainable_weights):
            v.assign(saved[k])
    return surface
