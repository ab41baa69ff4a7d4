"""Wrong idea: get_config returns the slope only, without the base config; style: ops.where, check in helper."""

from __future__ import annotations

import keras
from keras import ops


def _checked(slope):
    if slope < 0:
        raise ValueError("negative_slope must not be negative, got %r" % (slope,))
    return float(slope)


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        self.negative_slope = _checked(negative_slope)

    def call(self, inputs):
        leak = inputs * self.negative_slope
        return ops.where(ops.greater(inputs, 0), inputs, leak)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        # everything that __init__ needs
        return {"negative_slope": self.negative_slope}
