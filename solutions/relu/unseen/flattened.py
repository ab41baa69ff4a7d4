"""Wrong idea: everything behind the batch axis becomes one axis; style: a Flatten layer inside, then where."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, received negative_slope={negative_slope}")
        self.negative_slope = negative_slope
        # one row of units for each example, like the Dense layers have
        self.to_rows = keras.layers.Flatten(dtype=self.dtype_policy)

    def call(self, inputs):
        rows = self.to_rows(inputs)
        return ops.where(rows > 0, rows, rows * self.negative_slope)

    def compute_output_shape(self, input_shape):
        """The shape does not change."""
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "negative_slope": self.negative_slope}
