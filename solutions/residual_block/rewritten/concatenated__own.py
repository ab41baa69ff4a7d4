"""Wrong idea: shortcut and branch are concatenated, not added; style: helper _join, generators, tf."""

from __future__ import annotations

import keras
import tensorflow as tf


def _is_size(value) -> bool:
    return isinstance(value, int) and value > 0


def _join(first, second):
    # both ways are kept, the next layer can choose what it needs
    return tf.nn.relu(tf.concat([first, second], axis=-1))


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units: int, **kwargs) -> None:
        super().__init__(**kwargs)
        if not _is_size(units):
            raise ValueError(f"Invalid units: {units!r} (integer >= 1 expected)")
        self.units = units
        self.dense1, self.dense2 = (keras.layers.Dense(units, dtype=self.dtype_policy) for _ in range(2))
        self.shortcut = None

    def build(self, input_shape) -> None:
        *front, inputs = input_shape
        self.dense1.build(input_shape)
        self.dense2.build((*front, self.units))
        if inputs != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        branch = self.dense2(tf.nn.relu(self.dense1(inputs)))
        skip = self.shortcut(inputs) if self.shortcut is not None else inputs
        return _join(skip, branch)

    def get_config(self) -> dict:
        return super().get_config() | {"units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        super().__init__(**kwargs)
        if not _is_size(filters):
            raise ValueError(f"Invalid filters: {filters!r} (integer >= 1 expected)")
        if not _is_size(strides):
            raise ValueError(f"Invalid strides: {strides!r} (integer >= 1 expected)")
        self.filters = filters
        self.strides = strides
        dtype = self.dtype_policy
        self.conv1 = keras.layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False, dtype=dtype)
        self.conv2 = keras.layers.Conv2D(filters, 3, strides=1, padding="same", use_bias=False, dtype=dtype)
        self.bn1, self.bn2 = (keras.layers.BatchNormalization(dtype=dtype) for _ in range(2))
        self.shortcut = self.shortcut_bn = None

    def build(self, input_shape) -> None:
        self.conv1.build(input_shape)
        middle = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(middle)
        self.conv2.build(middle)
        self.bn2.build(middle)
        if (input_shape[-1], 1) != (self.filters, self.strides):
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(middle)

    def call(self, inputs, training: bool = False):
        branch = tf.nn.relu(self.bn1(self.conv1(inputs), training=training))
        branch = self.bn2(self.conv2(branch), training=training)
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut(skip)
            skip = self.shortcut_bn(skip, training=training)
        return _join(skip, branch)

    def get_config(self) -> dict:
        return super().get_config() | {"filters": self.filters, "strides": self.strides}
