"""Wrong idea: slope 0 means "not given" and becomes 0.01; style: property with a fallback, tf.where."""
from __future__ import annotations

import keras
import tensorflow as tf

DEFAULT_SLOPE = 0.01


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, received {negative_slope}")
        self.negative_slope = negative_slope

    @property
    def slope(self):
        if self.negative_slope:
            return self.negative_slope
        return DEFAULT_SLOPE  # nothing was chosen

    def call(self, inputs):
        keep = tf.greater(inputs, tf.zeros_like(inputs))
        return tf.where(keep, inputs, tf.multiply(inputs, self.slope))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update({"negative_slope": self.negative_slope})
        return config
