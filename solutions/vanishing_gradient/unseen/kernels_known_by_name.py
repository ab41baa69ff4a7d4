"""Wrong idea: a weight counts only if it is called kernel; style: walks over path names, one-branch sigmoid by sign trick."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    small = ops.exp(ops.minimum(x, -x))  # never larger than 1
    right = 1.0 / (1.0 + small)
    return ops.where(x < 0, 1.0 - right, right)


def sigmoid_derivative(x):
    x = ops.convert_to_tensor(x)
    small = ops.exp(ops.minimum(x, -x))
    return small / ops.square(1.0 + small)


def layer_gradient_norms(model, x, y, loss_fn):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    # weights are called "kernel" and "bias"; w.path is like "dense_3/kernel"
    kernels = {w.path: w.value for w in model.trainable_weights if w.path.split("/")[-1] == "kernel"}
    names = list(kernels)
    gradients = tape.gradient(loss, [kernels[n] for n in names])
    result = []
    for g in gradients:
        result.append(0.0 if g is None else float(np.sqrt(np.sum(np.square(ops.convert_to_numpy(g))))))
    return result
