"""
what.en = "The convolutions have no 'same' padding: they lose the border of the image, and the sum does not fit."
what.ko = "합성곱에 'same' 패딩이 없습니다. 이미지의 테두리가 없어져 더할 수 없습니다."
try.en = "How large is the output of a 3x3 convolution of a 5x6 image, with and without padding?"
try.ko = "5x6 이미지에 3x3 합성곱을 하면 패딩이 있을 때와 없을 때 출력의 크기는 각각 얼마인가요?"
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
            filters, 3, strides=strides, use_bias=False, dtype=self.dtype_policy
        )
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = keras.layers.Conv2D(filters, 3, use_bias=False, dtype=self.dtype_policy)
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

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
