"""Wrong idea: negative inputs give the slope as a value; style: 0/1 masks, sum of both sides."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0.0:
            raise ValueError(f"Invalid negative_slope: {negative_slope}. It must be non-negative.")
        self.alpha = negative_slope

    def call(self, inputs):
        positive = ops.cast(inputs > 0, inputs.dtype)
        negative = 1 - positive
        # positive ones pass, the others become alpha
        return positive * inputs + negative * self.alpha

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update({"negative_slope": self.alpha})
        return config
