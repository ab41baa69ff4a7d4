"""Wrong idea: no ReLU between the two layers of the branch; style: common base class, small methods."""

from __future__ import annotations

import keras
from keras import layers, ops


class _Residual(layers.Layer):
    """What both blocks share: the check of the sizes."""

    @staticmethod
    def _integer(name, value):
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"{name} must be an integer, received {value!r}")
        if value < 1:
            raise ValueError(f"{name} must be >= 1, received {value!r}")
        return value


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(_Residual):
    def __init__(self, units: int, **kwargs) -> None:
        super().__init__(**kwargs)
        self.units = self._integer("units", units)
        self.dense1 = layers.Dense(self.units, name="dense1", dtype=self.dtype_policy)
        self.dense2 = layers.Dense(self.units, name="dense2", dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape) -> None:
        self.dense1.build(input_shape)
        self.dense2.build((input_shape[0], self.units))
        if input_shape[-1] != self.units:
            self.shortcut = layers.Dense(self.units, use_bias=False, name="shortcut", dtype=self.dtype_policy)
            self.shortcut.build(input_shape)

    def _branch(self, x):
        for layer in (self.dense1, self.dense2):
            x = layer(x)
        return x

    def _short(self, x):
        return x if self.shortcut is None else self.shortcut(x)

    def call(self, inputs):
        return ops.relu(self._short(inputs) + self._branch(inputs))

    def get_config(self) -> dict:
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(_Residual):
    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        super().__init__(**kwargs)
        self.filters = self._integer("filters", filters)
        self.strides = self._integer("strides", strides)
        self.conv1 = self._conv("conv1", 3, self.strides)
        self.bn1 = layers.BatchNormalization(name="bn1", dtype=self.dtype_policy)
        self.conv2 = self._conv("conv2", 3, 1)
        self.bn2 = layers.BatchNormalization(name="bn2", dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def _conv(self, name, kernel_size, strides):
        return layers.Conv2D(
            self.filters, kernel_size, strides, padding="same", use_bias=False, name=name, dtype=self.dtype_policy
        )

    def build(self, input_shape) -> None:
        self.conv1.build(input_shape)
        inner = self.conv1.compute_output_shape(input_shape)
        for layer in (self.bn1, self.conv2, self.bn2):
            layer.build(inner)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = self._conv("shortcut", 1, self.strides)
            self.shortcut_bn = layers.BatchNormalization(name="shortcut_bn", dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(inner)

    def _branch(self, x, training):
        x = self.bn1(self.conv1(x), training=training)
        return self.bn2(self.conv2(x), training=training)

    def _short(self, x, training):
        if self.shortcut is None:
            return x
        return self.shortcut_bn(self.shortcut(x), training=training)

    def call(self, inputs, training: bool = False):
        return ops.relu(self._short(inputs, training) + self._branch(inputs, training))

    def get_config(self) -> dict:
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
