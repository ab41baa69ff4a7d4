"""Wrong idea: models inside the model are passed over as mere containers without kernels; style: set of ids, tf.linalg, type hints."""
from __future__ import annotations

import keras
import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.convert_to_tensor(x)
    e = ops.exp(ops.minimum(x, -x))  # never above 1
    return ops.where(x < 0, e / (1 + e), 1 / (1 + e))


def sigmoid_derivative(x):
    x = ops.convert_to_tensor(x)
    e = ops.exp(ops.minimum(x, -x))
    return e / ops.square(1 + e)


def _kernels_of(model: keras.Model) -> list:
    mine = set()
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            continue  # a model is only a box of layers, it has no kernel
        for weight in layer.trainable_weights:
            if len(weight.shape) >= 2:
                mine.add(id(weight))
    # the order of the model
    return [weight for weight in model.trainable_weights if id(weight) in mine]


def layer_gradient_norms(model: keras.Model, x, y, loss_fn) -> list[float]:
    kernels = _kernels_of(model)
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    norms: list[float] = []
    for kernel, gradient in zip(kernels, tape.gradient(loss, kernels)):
        if gradient is None:
            gradient = ops.zeros_like(kernel)
        norms.append(tf.linalg.global_norm([tf.convert_to_tensor(gradient)]).numpy().item())
    return norms
