"""Paired training curves: the same initial weights, the same batches, the student's layer in the place of another.

Only plain variables and elementary TensorFlow ops surround the layer (no optimizer, no metric), so that a difference
between two curves is the layer's. One epoch is one traced function, called once per epoch: tracing is what costs time.
Choose nets that do not amplify rounding: sigmoid or tanh where the layer itself is not the non-linearity, He
initialization, few epochs; and measure the drift between right solutions before setting a tolerance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import keras
import numpy as np
import tensorflow as tf

from deepclinic.datasets import digits
from deepclinic.probes.keras_layer import built
from deepclinic.probes.lab import Lab

Activation = Callable[[tf.Tensor], tf.Tensor]


@dataclass(frozen=True)
class Task:
    """A classification task: inputs (examples, features) float32, labels (examples,) int32."""

    x: np.ndarray
    y: np.ndarray
    x_validation: np.ndarray
    y_validation: np.ndarray
    classes: int = 10


def digits_task(lab: Lab, train: int = 512, validation: int = 256) -> Task:
    """Draw digits by the lab's random stream: mean removed, one common standard deviation."""
    (x_train, y_train), (x_test, y_test) = digits(standardize=True)
    picked, held_out = lab.rng.permutation(len(x_train))[:train], lab.rng.permutation(len(x_test))[:validation]
    return Task(
        x_train[picked], y_train[picked].astype("int32"), x_test[held_out], y_test[held_out].astype("int32")
    )


class DenseNet:
    """Dense layers of plain variables with a student's layer after each hidden one.

    `x @ w + b -> between() -> activation`, for every hidden layer; the last layer gives logits. He initialization times
    `scale`, zero biases.

    Args:
        lab: gives the random stream for the initial weights.
        sizes: widths from input to output, e.g. (64, 32, 32, 10).
        between: returns a fresh student's layer, or None for no layer. Called once for each hidden layer.
        activation: applied after the student's layer; None for nothing (where that layer is the non-linearity).
        scale: factor on the He standard deviation sqrt(2 / fan_in).
        bias: initial value of every hidden bias.
    """

    def __init__(
        self,
        lab: Lab,
        sizes: Sequence[int],
        between: Callable[[], keras.layers.Layer] | None,
        activation: Activation | None = tf.sigmoid,
        scale: float = 1.0,
        bias: float = 0.0,
    ) -> None:
        self.kernels = [
            tf.Variable(lab.normal((rows, columns), std=scale * np.sqrt(2.0 / rows)))
            for rows, columns in zip(sizes[:-1], sizes[1:], strict=True)
        ]
        self.biases = [tf.Variable(np.full(columns, bias, "float32")) for columns in sizes[1:-1]]
        self.biases.append(tf.Variable(np.zeros(sizes[-1], "float32")))
        self.activation = activation
        self.layers: list[keras.layers.Layer] = []
        if between is not None:
            self.layers = [built(between, np.zeros((2, width), "float32")) for width in sizes[1:-1]]

    @property
    def trainable(self) -> list[tf.Variable]:
        """The net's own variables and the trainable variables of the student's layers."""
        theirs = [variable.value for layer in self.layers for variable in layer.trainable_variables]
        return [*self.kernels, *self.biases, *theirs]

    def __call__(self, x: tf.Tensor, training: bool) -> tf.Tensor:
        """Return logits (batch, classes)."""
        for i, (kernel, bias) in enumerate(zip(self.kernels, self.biases, strict=True)):
            x = tf.matmul(x, kernel) + bias
            if i < len(self.kernels) - 1:
                if self.layers:
                    x = self.layers[i](x, training=training)
                if self.activation is not None:
                    x = self.activation(x)
        return x


def cross_entropy(logits: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    """Mean cross-entropy of integer labels, in float32."""
    return tf.reduce_mean(
        tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=tf.cast(logits, "float32"))
    )


def record_curves(
    lab: Lab,
    net: Callable[[tf.Tensor, bool], tf.Tensor],
    variables: Sequence[tf.Variable],
    task: Task,
    *,
    name: str = "",
    epochs: int = 3,
    batch_size: int = 64,
    learning_rate: float = 0.1,
    jit_compile: bool = False,
) -> tuple[np.ndarray, np.ndarray]:
    """Train by plain SGD; record and return training loss and validation loss per epoch.

    Args:
        net: returns logits for (inputs, training). `DenseNet`, or any function of the same signature.
        variables: what is trained. One without a gradient stays as it is.
        name: goes into the entries, `curve/<name>_training_loss` and `curve/<name>_validation_loss`.

    The training loss of an epoch is the mean over its steps, in training mode, before each update (as in `model.fit`).
    The validation loss is measured in inference mode after each epoch. Examples beyond a whole batch are left out.
    """
    x, y = tf.constant(task.x), tf.constant(task.y)
    x_validation, y_validation = tf.constant(task.x_validation), tf.constant(task.y_validation)
    steps = len(task.x) // batch_size

    def step(i: tf.Tensor, total: tf.Tensor, order: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
        batch = order[i]
        with tf.GradientTape() as tape:
            loss = cross_entropy(net(tf.gather(x, batch), True), tf.gather(y, batch))
        for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
            if gradient is not None:
                variable.assign_sub(learning_rate * tf.cast(gradient, variable.dtype))
        return i + 1, total + loss, order

    @tf.function(autograph=False, jit_compile=jit_compile)
    def epoch(order: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        start = (tf.constant(0), tf.constant(0.0), order)
        _, total, _ = tf.while_loop(lambda i, *_: i < steps, step, start, parallel_iterations=1)
        return total / steps, cross_entropy(net(x_validation, False), y_validation)

    losses = []
    for _ in range(epochs):
        order = lab.rng.permutation(len(task.x))[: steps * batch_size].reshape(steps, batch_size)
        losses.append([float(value) for value in epoch(tf.constant(order, tf.int32))])
    training, validation = np.array(losses, "float64").T
    prefix = f"{name}_" if name else ""
    lab.record(f"curve/{prefix}training_loss", training)
    lab.record(f"curve/{prefix}validation_loss", validation)
    return training, validation
