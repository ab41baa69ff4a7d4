"""Wrong idea: the measurement also applies the gradients by an optimizer; style: log-space sigmoid, a small train-step helper."""
import keras
import numpy as np
import tensorflow as tf
from keras import ops


def _log_sigmoid(x):
    x = ops.convert_to_tensor(x)
    # -log(1 + exp(-x)) with the largest term taken out
    return ops.minimum(x, 0.0) - ops.log1p(ops.exp(-ops.abs(x)))


def sigmoid(x):
    return ops.exp(_log_sigmoid(x))


def sigmoid_derivative(x):
    return ops.exp(_log_sigmoid(x) + _log_sigmoid(-ops.convert_to_tensor(x)))


def _backprop(model, x, y, loss_fn, optimizer):
    variables = model.trainable_weights
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, variables)
    usable = [(g, v) for g, v in zip(gradients, variables) if g is not None]
    if usable:
        optimizer.apply_gradients(usable)
    return variables, gradients


def layer_gradient_norms(model, x, y, loss_fn):
    variables, gradients = _backprop(model, x, y, loss_fn, keras.optimizers.SGD(learning_rate=0.01))
    norms = []
    for v, g in zip(variables, gradients):
        if len(v.shape) >= 2:
            norms.append(0.0 if g is None else float(np.linalg.norm(np.ravel(tf.convert_to_tensor(g).numpy()))))
    return norms
