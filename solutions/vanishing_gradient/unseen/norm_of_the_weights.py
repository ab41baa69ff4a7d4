"""Wrong idea: the norms are those of the kernels, not of their gradients; style: zip of kernels and gradients, softplus."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    return ops.exp(log_sigmoid(x))


def log_sigmoid(x):
    return -ops.softplus(-ops.convert_to_tensor(x))


def sigmoid_derivative(x):
    # log(s * (1 - s)) = log s(x) + log s(-x)
    x = ops.convert_to_tensor(x)
    return ops.exp(log_sigmoid(x) + log_sigmoid(-x))


def l2(array):
    return float(np.sqrt((ops.convert_to_numpy(array).astype("float64") ** 2).sum()))


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, [k.value for k in kernels])
    norms = []
    for kernel, gradient in zip(kernels, gradients):
        if gradient is None:
            norms.append(0.0)
            continue
        norms.append(l2(kernel))
    return norms
