"""Wrong idea: the gate is soft, x times its sigmoid; style: gate method with tanh, one mix of 1 and the slope."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError("negative_slope < 0")
        self.negative_slope = negative_slope

    def gate(self, x):
        """How far open the unit is: near 1 for x > 0, near 0 for x < 0."""
        # a comparison has no gradient, this has one. (sigmoid written with tanh, no overflow)
        return 0.5 + 0.5 * ops.tanh(0.5 * x)

    def call(self, inputs):
        g = self.gate(inputs)
        return inputs * (g + (1 - g) * self.negative_slope)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = {"negative_slope": self.negative_slope}
        config.update(super().get_config())
        return config
