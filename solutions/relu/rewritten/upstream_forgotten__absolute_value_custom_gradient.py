"""Upstream forgotten, written in the style of the alternative `absolute_value_custom_gradient`."""

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
        slope = self.negative_slope

        @tf.custom_gradient
        def rectify(x):
            y = (1 + slope) / 2 * x + (1 - slope) / 2 * tf.abs(x)

            def backward(upstream):
                return tf.where(x > 0, tf.ones_like(x), slope * tf.ones_like(x))

            return y, backward

        return rectify(tf.convert_to_tensor(inputs))

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
