"""Wrong idea: the ValueError does not say which argument; style: general checking helper, factor by where."""
from __future__ import annotations

import keras
from keras import ops


def at_least_zero(number):
    """Give the number back if it is fine. (I use this helper in all my layers.)"""
    if number < 0:
        raise ValueError(f"Expected a number >= 0, received {number}.")
    return number


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        self.negative_slope = at_least_zero(negative_slope)

    def call(self, inputs):
        ones = ops.ones_like(inputs)
        derivative = ops.where(inputs > 0, ones, self.negative_slope * ones)
        return derivative * inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
