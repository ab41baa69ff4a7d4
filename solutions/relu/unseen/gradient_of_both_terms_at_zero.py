"""Wrong idea: zero belongs to both parts, so both hand on a gradient; style: tf, positive part plus negative part."""
from __future__ import annotations

import keras
import tensorflow as tf


def positive_part(x):
    return tf.where(x < 0, tf.zeros_like(x), x)


def negative_part(x):
    return tf.where(x > 0, tf.zeros_like(x), x)


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """ReLU(x) = x⁺ + slope * x⁻"""

    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be a number >= 0 (was {negative_slope})")
        self.negative_slope = negative_slope

    def call(self, inputs):
        # 0 + 0 = 0, so it does not matter to which part the zero belongs
        return positive_part(inputs) + self.negative_slope * negative_part(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
