from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf
from keras import ops


def sigmoid(x):
    """Return 1 / (1 + exp(-x)) for each element.

    Args:
        x: NumPy array or tensor of floats, of any shape; also a symbolic tensor inside `tf.function`.

    Returns:
        Values in [0, 1], of the shape of `x`. Absolute error at most 1e-6; finite, and without an overflow warning,
        for |x| up to 1e4 in float32.
    """
    ### BEGIN SOLUTION
    small = ops.exp(-ops.abs(x))  # in (0, 1]: exp of a number that is never positive cannot overflow
    return ops.where(x >= 0, 1.0, small) / (1 + small)
    ### END SOLUTION


def sigmoid_derivative(x):
    """Return the slope of the sigmoid at `x` (not at the sigmoid's output) for each element.

    Args and accuracy: as for `sigmoid`.

    Returns:
        Values in [0, 1/4], of the shape of `x`.
    """
    ### BEGIN SOLUTION
    small = ops.exp(-ops.abs(x))  # the slope is the same at x and -x
    return small / (1 + small) ** 2
    ### END SOLUTION


def layer_gradient_norms(model: keras.Model, x: np.ndarray, y: np.ndarray, loss_fn) -> list[float]:
    """Return how strongly the loss pulls at each kernel of a model: one gradient norm for each.

    A kernel is a trainable weight of rank 2 or more, whatever its layer and its name; biases (rank 1) are left out.

    Args:
        model: a model that is built. Its trainable weights are afterwards what they were.
        x: a batch of inputs. The forward pass runs with `training=True`.
        y: the targets of the batch.
        loss_fn: `loss_fn(y_true, y_pred)` returns a scalar. Nothing is added to it (no regularization losses).

    Returns:
        One Python float for each kernel, in the order of `model.trainable_weights`: the L2 norm of the gradient of the
        loss for that kernel, i.e. the square root of the sum of the squares of all its entries. A kernel that the loss
        does not reach counts 0.0.
    """
    ### BEGIN SOLUTION
    kernels = [weight for weight in model.trainable_weights if len(weight.shape) >= 2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, kernels)
    return [0.0 if gradient is None else float(ops.sqrt(ops.sum(gradient**2))) for gradient in gradients]
    ### END SOLUTION
