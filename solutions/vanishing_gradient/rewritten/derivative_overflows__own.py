"""Wrong idea: the slope is written as exp(-x) / (1 + exp(-x))**2 as it stands, which is inf / inf far to the left; style: tanh, short functions."""
import tensorflow as tf
from keras import ops


def sigmoid(x):
    # tanh is only a sigmoid that was stretched, and tanh never overflows
    x = ops.convert_to_tensor(x)
    return 0.5 + 0.5 * ops.tanh(0.5 * x)


def sigmoid_derivative(x):
    # quotient rule on 1 / (1 + e^-x)
    x = ops.convert_to_tensor(x)
    numerator = ops.exp(-x)
    denominator = ops.square(1.0 + ops.exp(-x))
    return numerator / denominator


def _is_kernel(w):
    return len(w.shape) > 1


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = list(filter(_is_kernel, model.trainable_weights))
    with tf.GradientTape() as tape:
        y_hat = model(x, training=True)
        value = loss_fn(y, y_hat)
    norms = []
    for g in tape.gradient(value, kernels):
        if g is None:
            norms.append(0.0)
            continue
        flat = ops.reshape(ops.convert_to_tensor(g), (-1,))
        norms.append(float(ops.norm(flat)))
    return norms
