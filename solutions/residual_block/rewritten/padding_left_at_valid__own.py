"""Wrong idea: the 3x3 convolutions have no "same" padding; style: own ReLU by ops.maximum, loops over layers."""

from __future__ import annotations

import keras
from keras import ops


def rectify(x):
    return ops.maximum(0, x)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    """x goes through two dense layers and, beside them, through a shortcut."""

    def __init__(self, units: int, **kwargs) -> None:
        if not (isinstance(units, int) and units >= 1):
            raise ValueError(f"units={units!r} is no integer >= 1")
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape) -> None:
        shape = tuple(input_shape)
        if shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(shape)
        for layer in (self.dense1, self.dense2):
            layer.build(shape)
            shape = shape[:-1] + (self.units,)

    def call(self, inputs):
        x = rectify(self.dense1(inputs))
        x = self.dense2(x)
        if self.shortcut is not None:
            inputs = self.shortcut(inputs)
        return rectify(inputs + x)

    def get_config(self) -> dict:
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        if not (isinstance(filters, int) and filters >= 1):
            raise ValueError(f"filters={filters!r} is no integer >= 1")
        if not (isinstance(strides, int) and strides >= 1):
            raise ValueError(f"strides={strides!r} is no integer >= 1")
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        policy = self.dtype_policy
        self.conv1 = keras.layers.Conv2D(filters, (3, 3), strides=strides, use_bias=False, dtype=policy)
        self.bn1 = keras.layers.BatchNormalization(dtype=policy)
        self.conv2 = keras.layers.Conv2D(filters, (3, 3), use_bias=False, dtype=policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape) -> None:
        shape = tuple(input_shape)
        if shape[-1] != self.filters or self.strides != 1:
            policy = self.dtype_policy
            self.shortcut = keras.layers.Conv2D(
                self.filters, (1, 1), strides=self.strides, use_bias=False, dtype=policy
            )
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=policy)
            self.shortcut.build(shape)
            self.shortcut_bn.build(self.shortcut.compute_output_shape(shape))
        for layer in (self.conv1, self.bn1, self.conv2, self.bn2):
            layer.build(shape)
            shape = layer.compute_output_shape(shape)

    def call(self, inputs, training: bool = False):
        x = self.bn1(self.conv1(inputs), training=training)
        x = self.bn2(self.conv2(rectify(x)), training=training)
        if self.shortcut is not None:
            inputs = self.shortcut_bn(self.shortcut(inputs), training=training)
        return rectify(inputs + x)

    def get_config(self) -> dict:
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
