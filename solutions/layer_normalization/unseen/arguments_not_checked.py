"""Wrong idea: epsilon 0 and axis 0 are not refused; style: type hints, tf ops, checks that miss the border case."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        if epsilon < 0:
            raise ValueError("epsilon cannot be negative")
        self.epsilon = float(epsilon)
        self.axis = axis

    def build(self, input_shape) -> None:
        n_dims = len(input_shape)
        wanted = (self.axis,) if isinstance(self.axis, int) else tuple(self.axis)
        resolved = []
        for a in wanted:
            if a < 0:
                a = n_dims + a
                if a <= 0:  # counted from the end, we ran into the batch
                    raise ValueError(f"axis: {self.axis} goes back as far as the batch axis")
            if a not in resolved:
                resolved.append(a)
        resolved.sort()
        self.reduction_axes = resolved

        shape = [input_shape[a] for a in resolved]
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma", trainable=True)
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta", trainable=True)
        self.broadcast = [1] * n_dims
        for a in resolved:
            self.broadcast[a] = input_shape[a]

    def call(self, inputs):
        inputs = tf.cast(inputs, self.compute_dtype)
        mu, var = tf.nn.moments(inputs, axes=self.reduction_axes, keepdims=True)
        scale = tf.reshape(tf.convert_to_tensor(self.gamma), self.broadcast)
        shift = tf.reshape(tf.convert_to_tensor(self.beta), self.broadcast)
        return scale * (inputs - mu) * tf.math.rsqrt(var + tf.cast(self.epsilon, var.dtype)) + shift

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
