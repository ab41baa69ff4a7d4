"""Wrong idea: ReLU takes away the sign (absolute value); style: keras.ops, x * sign(x) first, then the cases."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, but is {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        # "rectify" like a rectifier for alternating current: turn the lower half wave up
        rectified = inputs * ops.sign(inputs)
        # and now the two cases of the formula
        return ops.where(rectified > 0, rectified, self.negative_slope * rectified)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "negative_slope": self.negative_slope}
