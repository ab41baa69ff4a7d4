"""Wrong idea: large values stop at 6; style: tf, class attribute for the ceiling, two methods for the two sides."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    # so that the activations cannot explode in a deep network
    max_value = 6.0

    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        self.negative_slope = negative_slope
        if self.negative_slope < 0:
            raise ValueError("ReLU: negative_slope must not be below 0")

    def above(self, x):
        ceiling = tf.cast(self.max_value, x.dtype)
        return tf.where(x > ceiling, ceiling, x)

    def below(self, x):
        return self.negative_slope * x

    def call(self, inputs):
        return tf.where(inputs > 0, self.above(inputs), self.below(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return super().get_config() | {"negative_slope": self.negative_slope}
