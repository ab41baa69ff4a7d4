"""Wrong idea: a None gradient is not expected; style: generator, ops.norm on a flattened gradient, stable where sigmoid."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    negative = x < 0
    e = ops.exp(ops.where(negative, x, -x))
    return ops.where(negative, e, ops.ones_like(e)) / (1 + e)


def sigmoid_derivative(x):
    p = sigmoid(x)
    q = sigmoid(-ops.convert_to_tensor(x))  # = 1 - p, but exact
    return p * q


def _gradients(model, x, y, loss_fn, variables):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    yield from tape.gradient(loss, variables)


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w.value for w in model.trainable_weights if ops.ndim(w) >= 2]
    return [float(ops.norm(ops.ravel(g))) for g in _gradients(model, x, y, loss_fn, kernels)]
