"""
what.en = "With `compute_output_shape` given, Keras has no reason to run `call` when a model is loaded: the sub-layers are not built then, and their weights cannot be put back."
what.ko = "`compute_output_shape`가 있으면 Keras는 모델을 불러올 때 `call`을 실행하지 않습니다. 하위 층이 만들어지지 않아 가중치를 되돌려 놓을 수 없습니다."
try.en = "Build every sub-layer in your own `build`."
try.ko = "하위 층을 모두 `build`에서 만드세요."
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
        self.shortcut = None

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)

    def call(self, inputs):
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut(inputs)
        x = ops.relu(self.dense1(inputs))
        x = self.dense2(x)
        return ops.relu(x + skip)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

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
        x = self.conv1(inputs)
        x = ops.relu(self.bn1(x, training=training))
        x = self.bn2(self.conv2(x), training=training)
        return ops.relu(x + skip)

    def compute_output_shape(self, input_shape):
        size = [-(-n // self.strides) for n in input_shape[1:3]]
        return (input_shape[0], *size, self.filters)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
