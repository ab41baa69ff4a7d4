"""
idea.en = "the model is called with other weights and never changed"
idea.ko = "모델의 가중치를 바꾸지 않고 다른 가중치를 넣어 호출한다"
"""

from __future__ import annotations

import numpy as np
import tensorflow as tf


def filter_normalized_direction(model, seed):
    generator = tf.random.Generator.from_seed(seed)
    found = []
    for weight in model.trainable_weights:
        kernel = tf.cast(tf.convert_to_tensor(weight), tf.float64)
        if kernel.shape.rank < 2:
            found.append(np.zeros(weight.shape, weight.dtype))
            continue
        flat = tf.reshape(kernel, (-1, kernel.shape[-1]))
        noise = tf.math.l2_normalize(generator.normal(flat.shape, dtype=tf.float64), axis=0)
        noise *= tf.norm(flat, axis=0)
        found.append(tf.reshape(noise, kernel.shape).numpy().astype(weight.dtype))
    return found


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    trained = [np.array(v) for v in model.trainable_variables]
    others = [np.array(v) for v in model.non_trainable_variables]

    def loss(alpha, beta):
        moved = [w + alpha * d + beta * e for w, d, e in zip(trained, *directions, strict=True)]
        moved = [tf.constant(m, w.dtype) for m, w in zip(moved, trained, strict=True)]
        prediction, _ = model.stateless_call(moved, others, x, training=False)
        return tf.reduce_mean(loss_fn(y, prediction)).numpy()

    return np.array([[loss(alpha, beta) for beta in betas] for alpha in alphas])
