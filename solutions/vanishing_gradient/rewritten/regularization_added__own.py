"""Wrong idea: the model's regularization losses are added to loss_fn's; style: tf, global_norm, tanh."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf


def sigmoid(x):
    return 0.5 * (tf.tanh(0.5 * tf.convert_to_tensor(x)) + 1.0)


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1.0 - s)


def layer_gradient_norms(model: keras.Model, x: np.ndarray, y: np.ndarray, loss_fn) -> list[float]:
    def is_kernel(weight):
        return len(weight.shape) >= 2

    matrices = list(filter(is_kernel, model.trainable_weights))
    with tf.GradientTape() as tape:
        output = model(x, training=True)
        total = loss_fn(y, output)
        for extra in model.losses:
            total = total + extra  # what the optimizer really minimises
    slopes = tape.gradient(total, matrices)
    return [float(tf.linalg.global_norm([slope])) if slope is not None else 0.0 for slope in slopes]
