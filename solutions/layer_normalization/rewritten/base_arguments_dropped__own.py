"""Wrong idea: **kwargs is not handed to the base class; style: one-pass variance E[x^2] - mean^2, tf."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__()
        if epsilon <= 0:
            raise ValueError(f"epsilon: expected a number > 0, got {epsilon}")
        if axis == 0 or (not isinstance(axis, int) and 0 in axis):
            raise ValueError(f"axis: 0 belongs to the examples, got {axis}")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        rank = len(input_shape)
        wanted = [self.axis] if isinstance(self.axis, int) else self.axis
        self.normalised = [i for i in range(rank) if i in wanted or i - rank in wanted]
        if 0 in self.normalised:
            raise ValueError(f"axis: {self.axis} includes the examples of an input of rank {rank}")
        shape = tuple(input_shape[i] for i in self.normalised)
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")

    def call(self, inputs):
        mean = tf.reduce_mean(inputs, axis=self.normalised, keepdims=True)
        mean_of_squares = tf.reduce_mean(tf.square(inputs), axis=self.normalised, keepdims=True)
        variance = tf.maximum(mean_of_squares - tf.square(mean), 0)
        shape = [inputs.shape[i] if i in self.normalised else 1 for i in range(len(inputs.shape))]
        scale = tf.reshape(self.gamma, shape) / tf.sqrt(variance + self.epsilon)
        return (inputs - mean) * scale + tf.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
