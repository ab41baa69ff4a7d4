"""Wrong idea: the input is clipped to [-10, 10] against overflow; style: textbook formula, ops, reshape(-1)."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf
from keras import ops

LIMIT = 10.0  # exp(10) is about 22000, this is far from an overflow


def sigmoid(x):
    z = ops.clip(x, -LIMIT, LIMIT)
    return 1.0 / (1.0 + ops.exp(-z))


def sigmoid_derivative(x):
    y = sigmoid(x)
    return y - y * y


def layer_gradient_norms(model: keras.Model, x: np.ndarray, y: np.ndarray, loss_fn) -> list[float]:
    kernels = []
    for w in model.trainable_weights:
        if len(w.shape) > 1:
            kernels.append(w)
    with tf.GradientTape() as tape:
        y_hat = model(x, training=True)
        error = loss_fn(y, y_hat)
    gradients = tape.gradient(error, kernels)

    norms = [0.0] * len(kernels)
    for index, gradient in enumerate(gradients):
        if gradient is not None:
            norms[index] = float(ops.norm(ops.reshape(gradient, (-1,))))
    return norms
