"""Norm of the weights, written in the style of the alternative `tanh`."""

import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    return 0.5 * (1.0 + ops.tanh(0.5 * x))


def sigmoid_derivative(x):
    return 0.25 * (1.0 - ops.tanh(0.5 * x) ** 2)


def layer_gradient_norms(model, x, y, loss_fn):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_fn(y, model(x, training=True))
    norms = []
    for variable in model.trainable_variables:
        if len(variable.shape) > 1:
            gradient = tape.gradient(loss, variable)
            norms.append(0.0 if gradient is None else float(np.linalg.norm(variable)))
    return norms
