"""Slope not validated, written in the style of the alternative `helper_functions`."""

from __future__ import annotations

import keras
import tensorflow as tf


def rectify(x, slope):
    """x where x > 0, else slope * x."""
    return tf.where(tf.greater(x, 0), x, tf.multiply(x, tf.cast(slope, x.dtype)))


def checked(negative_slope):
    """Return the slope as a float, or raise."""
    return float(negative_slope)


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, *, name=None, dtype=None, **kwargs):
        super().__init__(name=name, dtype=dtype, **kwargs)
        self.arguments = {"negative_slope": checked(negative_slope)}

    def call(self, x):
        return rectify(x, **{"slope": self.arguments["negative_slope"]})

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return dict(super().get_config(), **self.arguments)

    @classmethod
    def from_config(cls, config):
        return cls(**config)
