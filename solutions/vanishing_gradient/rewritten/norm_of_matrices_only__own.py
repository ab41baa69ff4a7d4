"""Wrong idea: a matrix norm is taken of each gradient, so 4-D kernels crash; style: softplus, numpy norm."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    # log(sigmoid(x)) = -softplus(-x), so no big exp is ever taken
    return ops.exp(-ops.softplus(-x))


def sigmoid_derivative(x):
    return ops.exp(-ops.softplus(x) - ops.softplus(-x))


def layer_gradient_norms(model: keras.Model, x: np.ndarray, y: np.ndarray, loss_fn) -> list[float]:
    tape = tf.GradientTape()
    with tape:
        predictions = model(x, training=True)
        loss_value = loss_fn(y, predictions)

    result = []
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    for g in tape.gradient(loss_value, kernels):
        if g is None:  # the loss does not know this kernel
            result.append(0.0)
            continue
        matrix = ops.convert_to_numpy(g)
        result.append(float(np.linalg.norm(matrix, ord="fro")))  # Frobenius = L2 of all entries
    return result
