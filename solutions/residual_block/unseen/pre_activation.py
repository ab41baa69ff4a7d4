"""Wrong idea: normalisation and ReLU before each layer, nothing after the sum; style: small `activate` methods, += sum."""
from __future__ import annotations

import keras
from keras import layers, ops


def _need_integer(argument, value):
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise ValueError(f"`{argument}` must be an integer, got {value!r}.")
    if value < 1:
        raise ValueError(f"`{argument}` must be >= 1, got {value!r}.")
    return int(value)


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = _need_integer("filters", filters)
        self.strides = _need_integer("strides", strides)
        pol = self.dtype_policy
        self.bn1 = layers.BatchNormalization(dtype=pol)
        self.conv1 = layers.Conv2D(self.filters, 3, self.strides, padding="same", use_bias=False, dtype=pol)
        self.bn2 = layers.BatchNormalization(dtype=pol)
        self.conv2 = layers.Conv2D(self.filters, 3, padding="same", use_bias=False, dtype=pol)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.bn1.build(input_shape)
        self.conv1.build(input_shape)
        inner = self.conv1.compute_output_shape(input_shape)
        self.bn2.build(inner)
        self.conv2.build(inner)
        if self.strides != 1 or input_shape[-1] != self.filters:
            pol = self.dtype_policy
            self.shortcut = layers.Conv2D(self.filters, 1, self.strides, padding="same", use_bias=False, dtype=pol)
            self.shortcut_bn = layers.BatchNormalization(dtype=pol)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(inner)
        super().build(input_shape)

    def call(self, inputs, training=False):
        def activate(bn, t):
            return ops.relu(bn(t, training=training))

        total = self.conv1(activate(self.bn1, inputs))
        total = self.conv2(activate(self.bn2, total))
        if self.shortcut is not None:
            total += self.shortcut_bn(self.shortcut(inputs), training=training)
        else:
            total += inputs
        # nothing may stand in the way of the shortcut, not even a ReLU
        return total

    def get_config(self):
        config = super().get_config()
        config.update(filters=self.filters, strides=self.strides)
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = _need_integer("units", units)
        self.dense1 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.dense2 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((input_shape[0], self.units))
        if input_shape[-1] != self.units:
            self.shortcut = layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        total = self.dense2(ops.relu(self.dense1(ops.relu(inputs))))
        total += self.shortcut(inputs) if self.shortcut is not None else inputs
        return total

    def get_config(self):
        config = super().get_config()
        config.update(units=self.units)
        return config
