"""Squared norm, written in the style of the alternative `tensorflow_only`."""

import tensorflow as tf


def sigmoid(x):
    x = tf.convert_to_tensor(x)
    positive = 1.0 / (1.0 + tf.exp(-tf.abs(x)))
    return tf.where(x < 0, 1.0 - positive, positive)


def sigmoid_derivative(x):
    return sigmoid(x) * sigmoid(-x)


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w.value for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(kernels)
        loss = loss_fn(tf.convert_to_tensor(y), model(tf.convert_to_tensor(x), training=True))
    gradients = tape.gradient(loss, kernels, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    return [tf.reduce_sum(g * g).numpy().item() for g in gradients]
