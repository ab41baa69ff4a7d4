"""Wrong idea: the negative part is a size without its minus sign; style: max(x, 0) and max(-x, 0) added."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, received {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        zero = tf.zeros((), inputs.dtype)
        plus = tf.maximum(zero, inputs)
        minus = tf.maximum(-inputs, zero)
        return plus + self.negative_slope * minus

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "negative_slope": self.negative_slope}
