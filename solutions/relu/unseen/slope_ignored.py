"""Wrong idea: always the plain ReLU, the slope's method is never called; style: 0/1 mask, methods for the parts."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope={negative_slope}: must be >= 0")
        self.negative_slope = negative_slope

    def leak(self, x):
        return self.negative_slope * (1 - self._mask(x)) * x

    def _mask(self, x):
        return ops.cast(x > 0, x.dtype)

    def call(self, inputs):
        # on / off
        mask = self._mask(inputs)
        return mask * inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(negative_slope=self.negative_slope)
        return config
