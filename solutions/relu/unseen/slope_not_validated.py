"""Wrong idea: only the type of the slope is looked at, not its sign; style: try float(), where on the negated condition."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        try:
            self.negative_slope = float(negative_slope)
        except TypeError:
            raise ValueError(f"negative_slope must be a number, received {negative_slope!r}") from None

    def call(self, inputs):
        return ops.where(ops.less_equal(inputs, 0), self.negative_slope * inputs, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {"negative_slope": self.negative_slope} | super().get_config()
