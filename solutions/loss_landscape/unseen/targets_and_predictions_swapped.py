"""Wrong idea: loss gets prediction first; style: tf.Variable-level assign, generator of points, PyTorch habits."""
import keras
import numpy as np
import tensorflow as tf


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    d = []
    for p in model.trainable_weights:
        w = tf.convert_to_tensor(p.value).numpy()
        if w.ndim < 2:
            d.append(np.zeros_like(w))
        else:
            z = rng.standard_normal(w.shape)
            axes = tuple(range(w.ndim - 1))
            z = z * np.sqrt(np.square(w).sum(axes, keepdims=True)) / np.sqrt(np.square(z).sum(axes, keepdims=True))
            d.append(z.astype(w.dtype))
    return d


def points(alphas, betas):
    for i, alpha in enumerate(alphas):
        for j, beta in enumerate(betas):
            yield i, j, alpha, beta


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    criterion = loss_fn
    parameters = [p.value for p in model.trainable_weights]
    state = [p.numpy() for p in parameters]
    surface = np.zeros((len(alphas), len(betas)))
    try:
        for i, j, alpha, beta in points(alphas, betas):
            for p, s, d0, d1 in zip(parameters, state, *directions):
                p.assign((s + alpha * d0 + beta * d1).astype(s.dtype))
            output = model(x, training=False)
            loss = criterion(output, y)
            surface[i, j] = tf.reduce_mean(loss).numpy()
    finally:
        for p, s in zip(parameters, state):
            p.assign(s)
    return surface
