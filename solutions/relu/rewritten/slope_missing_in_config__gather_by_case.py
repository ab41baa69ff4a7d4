"""Slope missing in config, written in the style of the alternative `gather_by_case`."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        table = tf.constant([self.negative_slope, 1.0], dtype=inputs.dtype)
        return tf.gather(table, tf.cast(inputs > 0, tf.int32)) * inputs

    def get_config(self):
        return super().get_config()
