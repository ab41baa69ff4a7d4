"""Last layer first, written in the style of the alternative `both_branches`."""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    right = 1 / (1 + ops.exp(-x))
    left = ops.exp(x) / (1 + ops.exp(x))  # nan far to the right, where it is not used
    return ops.where(x >= 0, right, left)


def sigmoid_derivative(x):
    e = ops.exp(-ops.abs(x))
    return e / ops.square(1 + e)


def _norm(gradient):
    if gradient is None:
        return 0.0
    flat = ops.reshape(gradient, (-1,))
    return float(ops.sqrt(ops.dot(flat, flat)))


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = list(filter(lambda w: len(w.shape) >= 2, model.trainable_weights))
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    return list(map(_norm, tape.gradient(loss, kernels)))[::-1]
