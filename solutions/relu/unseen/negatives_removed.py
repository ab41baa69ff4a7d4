"""Wrong idea: with slope 0 the negative elements are thrown out of the tensor; style: tf.boolean_mask, early return."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        super().__init__(**kwargs)
        self.negative_slope = self._checked(negative_slope)

    @staticmethod
    def _checked(negative_slope):
        if negative_slope < 0:
            raise ValueError(f"negative_slope: {negative_slope} is below 0")
        return negative_slope

    def call(self, inputs):
        off = inputs <= 0  # NaN is not off, it stays
        if self.negative_slope > 0:
            # leaky: nothing is switched off completely
            return tf.where(off, self.negative_slope * inputs, inputs)
        # plain ReLU: a unit that is off sends nothing to the next layer
        return tf.boolean_mask(inputs, tf.logical_not(off))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
