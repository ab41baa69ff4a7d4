"""Wrong idea: norms of the biases' gradients are in the list too; style: tanh sigmoid, variables watched, tf.norm."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    return 0.5 * (1.0 + ops.tanh(0.5 * x))


def sigmoid_derivative(x):
    x = ops.convert_to_tensor(x)
    t = ops.tanh(0.5 * x)
    return 0.25 * (1.0 - t * t)


def layer_gradient_norms(model, x, y, loss_fn):
    variables = list(model.trainable_weights)
    with tf.GradientTape() as tape:
        prediction = model(x, training=True)
        loss = loss_fn(y, prediction)
    norms = []
    for gradient in tape.gradient(loss, [v.value for v in variables]):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(tf.convert_to_tensor(gradient))))
    return norms
