"""Wrong idea: loss_surface moves only weights of rank 2 and more and ignores the directions of biases; style: list of movable tuples, tf for the norms."""
import numpy as np
import tensorflow as tf


def filter_normalized_direction(model, seed):
    rng = np.random.RandomState(seed)
    out = []
    for v in model.trainable_variables:
        w = tf.convert_to_tensor(v).numpy()
        if w.ndim == 0 or w.ndim == 1:
            out.append(np.zeros_like(w))
            continue
        noise = rng.randn(*w.shape)
        axes = list(range(w.ndim - 1))
        scale = tf.sqrt(tf.reduce_sum(tf.square(w.astype("float64")), axes, keepdims=True))
        size = np.sqrt(np.square(noise).sum(tuple(axes), keepdims=True))
        out.append((noise * scale.numpy() / size).astype(w.dtype))
    return out


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    surface = np.full((len(alphas), len(betas)), np.nan)
    movable = []
    for v, a, b in zip(model.trainable_variables, directions[0], directions[1]):
        if len(v.shape) > 1:  # biases stay where they are
            movable.append((v, tf.identity(tf.convert_to_tensor(v)).numpy().copy(), a, b))
    try:
        for i, alpha in enumerate(alphas):
            for j, beta in enumerate(betas):
                for v, w, a, b in movable:
                    v.assign(w + (alpha * a + beta * b))
                surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))
    finally:
        for v, w, _, _ in movable:
            v.assign(w)
    return surface
