"""Wrong idea: the forward pass is before the tape; style: where-based stable sigmoid, unreached counted 0.0 by a helper."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def _exp_of_minus_abs(x):
    return ops.exp(-ops.abs(x))


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    e = _exp_of_minus_abs(x)
    return ops.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    e = _exp_of_minus_abs(ops.convert_to_tensor(x))
    return e / ((1 + e) * (1 + e))


def layer_gradient_norms(model, x, y, loss_fn):
    def norm(g):
        if g is None:  # not reached by the loss
            return 0.0
        return float(ops.sqrt(ops.sum(ops.square(g))))

    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    y_pred = model(x, training=True)
    with tf.GradientTape() as tape:
        for k in kernels:
            tape.watch(k.value)
        loss = loss_fn(y, y_pred)
    return [norm(g) for g in tape.gradient(loss, [k.value for k in kernels])]
