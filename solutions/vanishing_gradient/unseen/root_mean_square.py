"""Wrong idea: average of the squares instead of their sum; style: size divided out explicitly, vectorised flatten."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    positive = ops.maximum(x, 0)
    # multiply numerator and denominator of 1 / (1 + e^-x) by e^min(x, 0)
    return ops.exp(x - positive) / (ops.exp(-positive) + ops.exp(x - positive))


def sigmoid_derivative(x):
    x = ops.convert_to_tensor(x)
    return sigmoid(x) * sigmoid(-x)


def strength(gradient):
    flat = tf.reshape(gradient, [-1])
    # large kernels should not win only because they have more entries
    return float(tf.norm(flat) / tf.sqrt(tf.cast(tf.size(flat), flat.dtype)))


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w.value for w in model.trainable_weights if len(w.shape) > 1]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    return [0.0 if g is None else strength(g) for g in tape.gradient(loss, kernels)]
