"""
idea.en = "one traced function for prediction and loss; rows are written at once"
idea.ko = "예측과 손실을 하나의 tf.function으로 만들고 한 줄씩 채운다"
"""

from __future__ import annotations

import numpy as np
import tensorflow as tf


def filter_normalized_direction(model, seed):
    def random_step(index, weight):
        value = np.asarray(weight)
        if value.ndim <= 1:
            return value * 0
        # Two numbers make a stateless seed: this one differs from weight to weight.
        noise = tf.random.stateless_normal(value.shape, seed=(seed, index), dtype=tf.float64).numpy()
        noise /= np.sqrt(np.mean(noise**2, axis=tuple(range(noise.ndim - 1))))
        noise *= np.sqrt(np.mean(value.astype("float64") ** 2, axis=tuple(range(value.ndim - 1))))
        return noise.astype(value.dtype)

    return [random_step(index, weight) for index, weight in enumerate(model.trainable_weights)]


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    @tf.function
    def loss():
        return tf.reduce_mean(loss_fn(y, model(x, training=False)))

    variables = model.trainable_weights
    saved = [tf.identity(v.value) for v in variables]
    surface = np.empty((len(alphas), len(betas)), "float64")
    try:
        for row, alpha in zip(surface, alphas, strict=True):
            for column, beta in enumerate(betas):
                for v, w, d, e in zip(variables, saved, *directions, strict=True):
                    v.assign(w + tf.cast(alpha * d + beta * e, w.dtype))
                row[column] = loss()
        return surface
    finally:
        for v, w in zip(variables, saved, strict=True):
            v.assign(w)
