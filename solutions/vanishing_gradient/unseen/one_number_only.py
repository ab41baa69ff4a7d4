"""Wrong idea: an `if` asks whether x is negative; style: if/else with ops.exp, derivative via symmetric sigmoid."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    if x < 0:
        # e^x cannot overflow here
        e = ops.exp(x)
        return e / (e + 1)
    return 1 / (1 + ops.exp(-x))


def sigmoid_derivative(x):
    return sigmoid(x) * sigmoid(-x)


def layer_gradient_norms(model, x, y, loss_fn):
    """One norm for each kernel."""
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]

    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = loss_fn(y, y_pred)
    grads = tape.gradient(loss, [w.value for w in kernels])

    norms = []
    for w, g in zip(kernels, grads):
        if g is None:
            g = ops.zeros(w.shape)
        norms.append(float(ops.sqrt(ops.sum(ops.convert_to_tensor(g) ** 2))))
    return norms
