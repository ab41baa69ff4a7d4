"""Wrong idea: the mean of |gradient| is returned, not the L2 norm; style: tanh identity, explicit loop, ops."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    # the sigmoid is only a squeezed and moved tanh, and tanh never overflows
    return 0.5 + 0.5 * ops.tanh(0.5 * x)


def sigmoid_derivative(x):
    t = ops.tanh(0.5 * x)
    return 0.25 * (1.0 - t) * (1.0 + t)


def layer_gradient_norms(model: keras.Model, x: np.ndarray, y: np.ndarray, loss_fn) -> list[float]:
    variables = list(model.trainable_weights)
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = loss_fn(y, y_pred)
    grads = tape.gradient(loss, variables)

    norms = []
    for variable, grad in zip(variables, grads):
        if len(variable.shape) < 2:
            continue  # a bias, or gamma and beta
        if grad is None:
            norms.append(0.0)
        else:
            # how big is the gradient? the sign does not matter
            norms.append(float(ops.mean(ops.abs(grad))))
    return norms
