"""Wrong idea: squares are summed, the root is missing; style: einsum/tensordot of the flat gradient with itself."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    return ops.exp(-ops.logaddexp(ops.zeros_like(x), -x))


def sigmoid_derivative(x):
    x = ops.convert_to_tensor(x)
    zero = ops.zeros_like(x)
    return ops.exp(-ops.logaddexp(zero, -x) - ops.logaddexp(zero, x))


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w.value for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    norms = []
    for g in tape.gradient(loss, kernels):
        if g is None:
            norms.append(0.0)
        else:
            g = ops.reshape(g, (-1,))
            norms.append(float(ops.dot(g, g)))  # |g|, as the scalar product with itself
    return norms
