"""Wrong idea: an activation has to lie between 0 and 1, the sigmoid again; style: two stable branches joined by where."""
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
        # two cases, x > 0 and otherwise; e is never above 1 so that nothing overflows
        e = ops.exp(ops.where(inputs > 0, -inputs, inputs))
        if_positive = 1 / (1 + e)
        otherwise = e / (1 + e)
        # a unit's activity: 0 is off, 1 is on. No corner here, so no side needs the slope
        return ops.where(inputs > 0, if_positive, otherwise)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(**super().get_config(), negative_slope=self.negative_slope)
