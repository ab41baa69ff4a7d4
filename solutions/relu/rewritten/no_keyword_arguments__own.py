"""Wrong idea: the constructor takes the slope only, no name or dtype; style: factor times input, tf."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """f(x) = x for x > 0, negative_slope * x else."""

    def __init__(self, negative_slope: float = 0.0) -> None:
        super().__init__()
        if negative_slope < 0:
            raise ValueError(f"negative_slope has to be 0 or more, but it is {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        ones = tf.ones_like(inputs)
        factor = tf.where(inputs > 0, ones, self.negative_slope * ones)  # slope of each element
        return factor * inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
