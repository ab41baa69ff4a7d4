"""Wrong idea: slope 0.01 always, the argument is not handed on; style: module function with a default value."""
from __future__ import annotations

import keras
from keras import ops


def leaky(x, alpha=0.01):
    """x where x is positive, alpha * x elsewhere."""
    scaled = ops.multiply(x, alpha)
    return ops.where(ops.greater(x, 0), x, scaled)


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """Leaky rectified linear unit."""

    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if not negative_slope >= 0:
            raise ValueError(f"negative_slope={negative_slope!r} is not allowed: must be >= 0")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return leaky(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        base = super().get_config()
        return dict(base, negative_slope=self.negative_slope)
