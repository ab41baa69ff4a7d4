"""Wrong idea: the formula as it stands, with NumPy; style: slope from e^-x over its square, enumerate loop for norms."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    denominator = 1.0 + np.exp(np.negative(x))
    return np.reciprocal(denominator)


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1.0 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    weights = model.trainable_weights
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, [w.value for w in weights])
    norms = []
    for i, w in enumerate(weights):
        if len(w.shape) < 2:
            continue
        norms.append(0.0 if gradients[i] is None else float(ops.norm(ops.reshape(gradients[i], (-1,)))))
    return norms
