"""Wrong idea: batch norms always run in inference; style: small normalise method, tf.nn.relu, loop over the steps."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        for label, number in {"filters": filters, "strides": strides}.items():
            if isinstance(number, bool) or not isinstance(number, int) or number < 1:
                raise ValueError(f"`{label}` should be a positive integer, not {number!r}.")
        super().__init__(**kwargs)
        self.filters, self.strides = filters, strides
        self.conv1 = self._conv(3, strides)
        self.conv2 = self._conv(3, 1)
        self.bn1, self.bn2 = self._bn(), self._bn()
        self.shortcut = self.shortcut_bn = None

    def _conv(self, size, strides):
        return keras.layers.Conv2D(
            self.filters, size, strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )

    def _bn(self):
        return keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape) -> None:
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut, self.shortcut_bn = self._conv(1, self.strides), self._bn()
        pairs = [(self.conv1, self.bn1), (self.conv2, self.bn2)]
        shape = input_shape
        for conv, bn in pairs:
            conv.build(shape)
            shape = conv.compute_output_shape(shape)
            bn.build(shape)
        if self.shortcut is not None:
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(shape)
        self.built = True

    def _normalise(self, bn, x):
        # the block must give the same answer for an image whatever else is in the batch
        return bn(x, training=False)

    def call(self, inputs, training: bool = False):
        h = tf.nn.relu(self._normalise(self.bn1, self.conv1(inputs)))
        h = self._normalise(self.bn2, self.conv2(h))
        if self.shortcut is None:
            return tf.nn.relu(inputs + h)
        return tf.nn.relu(self._normalise(self.shortcut_bn, self.shortcut(inputs)) + h)

    def get_config(self) -> dict:
        return dict(super().get_config(), filters=self.filters, strides=self.strides)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units: int, **kwargs) -> None:
        if isinstance(units, bool) or not isinstance(units, int) or units < 1:
            raise ValueError(f"`units` should be a positive integer, not {units!r}.")
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape) -> None:
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.built = True

    def call(self, inputs):
        h = self.dense2(tf.nn.relu(self.dense1(inputs)))
        return tf.nn.relu(h + (inputs if self.shortcut is None else self.shortcut(inputs)))

    def get_config(self) -> dict:
        return dict(super().get_config(), units=self.units)
