"""Wrong idea: the layer returns f'(x) instead of f(x); style: ops, cast and arithmetic, extra line for NaN."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError("The argument negative_slope must be at least 0, got " + str(negative_slope))
        self.negative_slope = negative_slope

    def call(self, inputs):
        """delta_l = (W^T delta_{l+1}) * f'(z_l), so here f' is needed."""
        active = ops.cast(ops.greater(inputs, 0), self.compute_dtype)
        slope = ops.where(active > 0.5, active, self.negative_slope * ops.ones_like(active))
        # NaN > 0 is False, but NaN has to stay NaN
        return ops.where(ops.isnan(inputs), inputs, slope)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {"negative_slope": self.negative_slope, **super().get_config()}
