"""Wrong idea: name and dtype are taken and then forgotten; style: explicit arguments, tf.where with a factor."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, name=None, dtype=None, **kwargs) -> None:
        super().__init__()
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, received {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        slope = tf.constant(self.negative_slope, dtype=inputs.dtype)
        return inputs * tf.where(inputs > 0, tf.ones_like(slope), slope)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "negative_slope": self.negative_slope}
