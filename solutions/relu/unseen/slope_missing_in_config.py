"""Wrong idea: config without the slope, the merged dict is thrown away; style: tf, dict union as a statement."""
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
        slope = self.negative_slope
        return tf.maximum(tf.zeros_like(inputs), inputs) + slope * tf.minimum(inputs, tf.zeros_like(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config | {"negative_slope": self.negative_slope}
        return config
