"""Wrong idea: a negative slope trips an assert instead of a ValueError; style: cast mask plus leak, tf."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """x where x is positive, else slope * x."""

    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        assert negative_slope >= 0, "negative_slope must be >= 0"
        super().__init__(**kwargs)
        self.negative_slope = negative_slope

    def call(self, inputs):
        positive = inputs > 0
        gate = tf.cast(positive, inputs.dtype)  # 1 where open, 0 where shut
        # gate = 1 gives 1, gate = 0 gives the slope
        return inputs * (gate + self.negative_slope * (1 - gate))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        base = super().get_config()
        return base | {"negative_slope": self.negative_slope}
