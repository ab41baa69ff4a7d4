"""Wrong idea: the threshold is the batch mean, not 0; style: boolean mask in a helper method, ops."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if not negative_slope >= 0:
            raise ValueError(f"Argument negative_slope must be >= 0. Received: {negative_slope}")
        self.negative_slope = negative_slope

    def _active(self, x):
        """True where a unit fires more strongly than usual."""
        return x > ops.mean(x)

    def call(self, inputs):
        return ops.where(self._active(inputs), inputs, self.negative_slope * inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(super().get_config(), negative_slope=self.negative_slope)
