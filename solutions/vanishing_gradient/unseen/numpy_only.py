"""Wrong idea: the functions compute with NumPy only; style: np.where with -abs, float result cast back, tf.norm."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = np.asarray(x)
    z = np.exp(-np.abs(x))  # at most 1, so there is no overflow
    return np.where(x >= 0, 1 / (1 + z), z / (1 + z)).astype(x.dtype)


def sigmoid_derivative(x):
    x = np.asarray(x)
    z = np.exp(-np.abs(x))
    return (z / (1 + z) ** 2).astype(x.dtype)


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w.value for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, kernels)
    return [float(tf.norm(g)) if g is not None else 0.0 for g in gradients]
