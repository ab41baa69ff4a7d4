"""
what.en = "Where the shapes differ, the input is cut or filled up with zeros: that is option A of the paper, without weights."
what.ko = "모양이 다르면 입력을 자르거나 0으로 채웁니다. 이것은 가중치가 없는, 논문의 A 방법입니다."
try.en = "This exercise asks for a shortcut that is learned wherever the shapes differ (the paper's option B)."
try.ko = "이 연습 문제에서는 모양이 다르면 학습되는 지름길(논문의 B 방법)을 써야 합니다."
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

    def call(self, inputs):
        missing = max(self.units - inputs.shape[-1], 0)
        skip = ops.pad(inputs[:, : self.units], ((0, 0), (0, missing)))
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
            filters, 3, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def call(self, inputs, training=False):
        skip = inputs[:, :: self.strides, :: self.strides, : self.filters]
        missing = max(self.filters - inputs.shape[-1], 0)
        skip = ops.pad(skip, ((0, 0), (0, 0), (0, 0), (0, missing)))
        x = self.conv1(inputs)
        x = ops.relu(self.bn1(x, training=training))
        x = self.bn2(self.conv2(x), training=training)
        return ops.relu(x + skip)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
