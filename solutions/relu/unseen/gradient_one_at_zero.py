"""Wrong idea: zero counts with the positive inputs, gradient 1; style: early return for slope 0, logical_not."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, received {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        # f(0) = 0 both ways, so >= or > is all the same
        if self.negative_slope == 0:
            return ops.maximum(inputs, 0.0)
        below = ops.logical_not(ops.greater_equal(inputs, 0))
        return ops.where(below, inputs * self.negative_slope, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(super().get_config(), negative_slope=self.negative_slope)
