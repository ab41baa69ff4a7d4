"""Wrong idea: kernels without a gradient are skipped; style: filter on None, dictionary-free, numpy flatten, softplus."""
from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    return ops.exp(-ops.softplus(-x))


def sigmoid_derivative(x):
    x = ops.convert_to_tensor(x)
    # ds/dx = exp(x) / (1 + exp(x))^2, in logarithms; even in x, so |x| will do
    a = -ops.abs(x)
    return ops.exp(a - 2 * ops.softplus(a))


def layer_gradient_norms(model: keras.Model, x, y, loss_fn) -> list[float]:
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, [w.value for w in kernels])
    reached = filter(lambda g: g is not None, gradients)
    return [float(np.linalg.norm(np.ravel(ops.convert_to_numpy(g)))) for g in reached]
