"""
idea.en = "the branch is a list of layers that is walked through"
idea.ko = "가지를 층의 리스트로 두고 차례로 지나간다"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(f"units must be an integer >= 1, got {units}")
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.branch = [self.dense1, ops.relu, self.dense2]
        self.shortcut = None

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)

    def call(self, inputs):
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut(inputs)
        x = inputs
        for step in self.branch:
            x = step(x)
        return ops.relu(ops.add(skip, x))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(f"filters must be an integer >= 1, got {filters}")
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(f"strides must be an integer >= 1, got {strides}")
        self.filters = filters
        self.strides = strides
        self.conv1 = keras.layers.Conv2D(
            filters, 3, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def call(self, inputs, training=False):
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut_bn(self.shortcut(inputs), training=training)
        x = inputs
        for convolution, norm, activation in (
            (self.conv1, self.bn1, ops.relu),
            (self.conv2, self.bn2, lambda x: x),
        ):
            x = activation(norm(convolution(x), training=training))
        return ops.relu(x + skip)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
