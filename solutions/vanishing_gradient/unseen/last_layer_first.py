"""Wrong idea: list begins with the last layer; style: walks backwards through the weights, persistent tape."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    return (ops.tanh(x / 2) + 1) / 2


def sigmoid_derivative(x):
    return sigmoid(x) * (1 - sigmoid(x))


def layer_gradient_norms(model, x, y, loss_fn):
    norms = []
    with tf.GradientTape(persistent=True) as tape:
        output = model(x, training=True)
        loss = loss_fn(y, output)
    # back-propagation: from the output down to the input
    position = len(model.trainable_weights) - 1
    while position >= 0:
        weight = model.trainable_weights[position]
        if weight.value.shape.rank >= 2:
            g = tape.gradient(loss, weight.value)
            norms.append(float(tf.norm(g)) if g is not None else 0.0)
        position -= 1
    del tape
    return norms
