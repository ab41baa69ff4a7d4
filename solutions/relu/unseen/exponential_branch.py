"""Wrong idea: the negative side is slope * (exp(x) - 1); style: tf, safe exponential in a nested function."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope should be >= 0 and not {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        def left_side(x):
            # starts with the slope `negative_slope` at 0 and runs out smoothly to the left.
            # where() computes both sides, so keep exp from overflowing for big x
            x = tf.where(x > 0, tf.zeros_like(x), x)
            return self.negative_slope * tf.math.expm1(x)

        return tf.where(inputs > 0, inputs, left_side(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        cfg = super().get_config()
        cfg["negative_slope"] = self.negative_slope
        return cfg
