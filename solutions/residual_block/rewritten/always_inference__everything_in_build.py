"""Always inference, written in the style of the alternative `everything_in_build`."""

from __future__ import annotations

import keras
from keras import ops


def size(name, value):
    """Return a size that was checked."""
    if type(value) is not int:
        raise ValueError(f"{name} must be an integer, not {value!r}")
    if value <= 0:
        raise ValueError(f"{name} must be positive, not {value}")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = size("units", units)

    def build(self, input_shape):
        same = input_shape[-1] == self.units
        self.shortcut = None if same else keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
        if self.shortcut is not None:
            self.shortcut.build(input_shape)
        self.dense2 = keras.layers.Dense(self.units, dtype=self.dtype_policy)
        self.dense2.build((None, self.units))
        self.dense1 = keras.layers.Dense(self.units, activation="relu", dtype=self.dtype_policy)
        self.dense1.build(input_shape)

    def call(self, inputs):
        branch = self.dense2(self.dense1(inputs))
        if self.shortcut is None:
            return ops.relu(inputs + branch)
        return ops.relu(self.shortcut(inputs) + branch)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = size("filters", filters)
        self.strides = size("strides", strides)

    def build(self, input_shape):
        batch, height, width, channels = input_shape
        inside = self.compute_output_shape(input_shape)

        def convolution(kernel_size, strides, shape):
            layer = keras.layers.Conv2D(
                self.filters, kernel_size, strides, "same", use_bias=False, dtype=self.dtype_policy
            )
            layer.build(shape)
            return layer

        def normalization():
            layer = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            layer.build(inside)
            return layer

        self.shortcut = self.shortcut_bn = None
        if (channels, 1) != (self.filters, self.strides):
            self.shortcut = convolution(1, self.strides, input_shape)
            self.shortcut_bn = normalization()
        self.bn2, self.bn1 = normalization(), normalization()
        self.conv2 = convolution(3, 1, inside)
        self.conv1 = convolution(3, self.strides, input_shape)

    def call(self, inputs):
        branch = self.bn1(self.conv1(inputs), training=False)
        branch = self.bn2(self.conv2(ops.relu(branch)), training=False)
        if self.shortcut is None:
            return ops.relu(inputs + branch)
        return ops.relu(self.shortcut_bn(self.shortcut(inputs), training=False) + branch)

    def compute_output_shape(self, input_shape):
        batch, height, width, _ = input_shape
        height, width = (None if n is None else -(-n // self.strides) for n in (height, width))
        return (batch, height, width, self.filters)

    def get_config(self):
        config = super().get_config()
        config.update(filters=self.filters, strides=self.strides)
        return config
