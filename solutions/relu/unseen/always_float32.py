"""Wrong idea: compute (and answer) in float32 whatever the policy; style: tf, slope as a constant decides the dtype."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        if negative_slope < 0:
            raise ValueError("negative_slope has to be zero or more")
        super().__init__(**kwargs)
        self.negative_slope = float(negative_slope)

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(negative_slope=self.negative_slope)
        return config

    def compute_output_shape(self, input_shape):
        """The shape does not change."""
        return input_shape

    def call(self, inputs):
        slope = tf.constant(self.negative_slope, tf.float32)
        one = tf.constant(1.0, tf.float32)
        # I got "cannot multiply half and float" here, so bring x to the dtype of the slope
        x = tf.cast(inputs, slope.dtype)
        factor = tf.where(x > 0, one, slope)
        return x * factor
