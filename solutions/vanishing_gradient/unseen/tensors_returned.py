"""Wrong idea: list of tensors, not Python floats; style: comprehensions, zeros_like for unreached, tanh."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = tf.convert_to_tensor(x)
    return (1 + tf.tanh(x / 2)) / 2


def sigmoid_derivative(x):
    x = tf.convert_to_tensor(x)
    return (1 - tf.square(tf.tanh(x / 2))) / 4


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w.value for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = loss_fn(y, y_pred)
    grads = tape.gradient(loss, kernels)
    grads = [tf.zeros_like(k) if g is None else tf.convert_to_tensor(g) for k, g in zip(kernels, grads)]
    return [tf.sqrt(tf.reduce_sum(tf.square(g))) for g in grads]
