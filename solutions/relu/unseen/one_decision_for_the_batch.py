"""Wrong idea: one if for the whole tensor; style: ops.cond with two branches, question asked of the largest value."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0; got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        # `if inputs > 0:` raised "truth value is ambiguous, use any()", and a plain `if` does not work in tf.function
        return ops.cond(
            ops.any(ops.greater(inputs, 0)),
            lambda: 1.0 * inputs,
            lambda: self.negative_slope * inputs,
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return super().get_config() | dict(negative_slope=self.negative_slope)
