"""Gradient one at zero, written in the style of the alternative `slope_per_element`."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        slope = ops.where(inputs >= 0, 1.0, self.negative_slope)
        return inputs * ops.cast(slope, inputs.dtype)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
