"""
idea.en = "layers for activation and sum; `training` reaches the batch norms through Keras"
idea.ko = "활성화와 덧셈에도 층을 쓰고, `training`은 Keras를 통해 배치 정규화에 전달된다"
"""

from __future__ import annotations

import keras


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
        self.relu = keras.layers.ReLU(dtype=self.dtype_policy)
        self.add = keras.layers.Add(dtype=self.dtype_policy)

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)

    def call(self, inputs):
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut(inputs)
        x = self.relu(self.dense1(inputs))
        x = self.dense2(x)
        return self.relu(self.add([x, skip]))

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
        self.relu1 = keras.layers.Activation("relu", dtype=self.dtype_policy)
        self.relu2 = keras.layers.Activation("relu", dtype=self.dtype_policy)

    def build(self, input_shape):
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def call(self, inputs):
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut_bn(self.shortcut(inputs))
        x = self.conv1(inputs)
        x = self.relu1(self.bn1(x))
        x = self.bn2(self.conv2(x))
        return self.relu2(keras.layers.add([x, skip]))

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
