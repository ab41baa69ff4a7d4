"""Wrong idea: the slope is kept as a float32 tensor, other dtypes fail; style: tf.where, constant in __init__."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """Leaky ReLU (slope 0: the usual ReLU)."""

    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        if negative_slope < 0:
            raise ValueError(f"ReLU: negative_slope={negative_slope} is negative")
        super().__init__(**kwargs)
        self.negative_slope = negative_slope
        # make the tensor once and not in every call
        self._slope = tf.constant(negative_slope, dtype=tf.float32)

    def call(self, inputs):
        is_on = tf.math.greater(inputs, 0)
        return tf.where(is_on, inputs, tf.multiply(self._slope, inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(negative_slope=self.negative_slope)
        return config
