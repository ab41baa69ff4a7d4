"""Wrong idea: the two cases change places; style: believes that where takes (condition, else, then)."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"`negative_slope` cannot be negative, but {negative_slope} was given")
        self.negative_slope = negative_slope

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "negative_slope": self.negative_slope}

    def call(self, inputs):
        unchanged = inputs
        leaked = ops.multiply(self.negative_slope, inputs)
        not_positive = ops.less_equal(inputs, 0.0)
        # the first one is where nothing is to be done, the second where the condition strikes
        return ops.where(not_positive, unchanged, leaked)
