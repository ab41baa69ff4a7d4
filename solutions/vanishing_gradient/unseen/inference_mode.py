"""Wrong idea: model called without training=True; style: nested function for the loss, tf.* everywhere, map."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = tf.convert_to_tensor(x)
    half = tf.cast(0.5, x.dtype)
    return half * tf.tanh(half * x) + half


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    def loss_of_the_model():
        logits = model(tf.convert_to_tensor(x))
        return loss_fn(y, logits)

    kernels = []
    for w in model.trainable_weights:
        if len(w.shape) > 1:
            kernels.append(w.value)
    with tf.GradientTape() as tape:
        loss = loss_of_the_model()
    grads = tape.gradient(loss, kernels)
    return list(map(lambda g: float(tf.linalg.global_norm([tf.convert_to_tensor(g)])) if g is not None else 0.0, grads))
