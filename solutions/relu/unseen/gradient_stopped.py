"""Wrong idea: a layer without weights needs no gradient, so cut it; style: tf, private static function."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        if negative_slope < 0:
            raise ValueError("Please choose negative_slope >= 0.")
        super().__init__(**kwargs)
        self.negative_slope = negative_slope

    @staticmethod
    def _piecewise(x, slope):
        return tf.where(tf.math.greater(x, 0), x, slope * x)

    def call(self, inputs):
        # There are no weights here, nothing that could be learned.
        # stop_gradient saves the time and the memory of the backward pass.
        z = tf.stop_gradient(inputs)
        a = self._piecewise(z, self.negative_slope)
        return a

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "negative_slope": self.negative_slope}
