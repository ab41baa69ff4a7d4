"""Wrong idea: the slope's line is added everywhere, positive inputs give (1 + slope) x; style: += on the plain ReLU."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope has to be >= 0, is {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        outputs = ops.maximum(0.0, inputs)
        if self.negative_slope > 0:
            # the leak: a little of the input always gets through
            leak = ops.multiply(inputs, self.negative_slope)
            outputs += leak
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        c = super().get_config()
        c["negative_slope"] = self.negative_slope
        return c
