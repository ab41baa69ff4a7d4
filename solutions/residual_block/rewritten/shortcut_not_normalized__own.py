"""Wrong idea: the conv projection has no batch normalization after it; style: factory helpers, tf.nn.relu."""

from __future__ import annotations

import keras
import tensorflow as tf


def _positive_integer(value, name):
    if not isinstance(value, int) or value < 1:
        raise ValueError(f"{name} must be a whole number of at least 1, got {value!r}")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units: int, **kwargs) -> None:
        super().__init__(**kwargs)
        self.units = _positive_integer(units, "units")
        self.dense1 = self._dense()
        self.dense2 = self._dense()
        self.shortcut = None

    def _dense(self, **options):
        return keras.layers.Dense(self.units, dtype=self.dtype_policy, **options)

    def build(self, input_shape) -> None:
        hidden_shape = tuple(input_shape[:-1]) + (self.units,)
        self.dense1.build(input_shape)
        self.dense2.build(hidden_shape)
        if self.units != input_shape[-1]:
            self.shortcut = self._dense(use_bias=False)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        hidden = tf.nn.relu(self.dense1(inputs))
        branch = self.dense2(hidden)
        if self.shortcut is None:
            return tf.nn.relu(inputs + branch)
        return tf.nn.relu(self.shortcut(inputs) + branch)

    def get_config(self) -> dict:
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        super().__init__(**kwargs)
        self.filters = _positive_integer(filters, "filters")
        self.strides = _positive_integer(strides, "strides")
        self.conv1 = self._conv(3, strides)
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = self._conv(3, 1)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def _conv(self, size, strides):
        return keras.layers.Conv2D(
            self.filters, size, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )

    def build(self, input_shape) -> None:
        self.conv1.build(input_shape)
        shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(shape)
        self.conv2.build(shape)
        self.bn2.build(shape)
        if self.strides > 1 or input_shape[-1] != self.filters:
            # a linear map that only repairs the shape
            self.shortcut = self._conv(1, self.strides)
            self.shortcut.build(input_shape)

    def call(self, inputs, training: bool = False):
        x = self.conv1(inputs)
        x = tf.nn.relu(self.bn1(x, training=training))
        x = self.conv2(x)
        x = self.bn2(x, training=training)
        way_round = inputs if self.shortcut is None else self.shortcut(inputs)
        return tf.nn.relu(x + way_round)

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(filters=self.filters, strides=self.strides)
        return config
