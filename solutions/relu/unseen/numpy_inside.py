"""Wrong idea: NumPy does the computing; style: convert to an array, change the entries in place, convert back."""
from __future__ import annotations

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, not {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        # tensors cannot be changed in place, arrays can
        a = np.array(ops.convert_to_numpy(inputs))
        a[a <= 0] *= self.negative_slope
        return ops.convert_to_tensor(a, dtype=self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        base_config = super().get_config()
        return {**base_config, "negative_slope": self.negative_slope}
