"""
idea.en = "what both blocks share is in a base class"
idea.ko = "두 블록의 공통 부분을 기반 클래스에 둔다"
"""

from __future__ import annotations

import keras
from keras import ops


class Residual(keras.layers.Layer):
    """relu(shortcut(x) + branch(x))."""

    def __init__(self, sizes, **kwargs):
        super().__init__(**kwargs)
        for name, value in sizes.items():
            if not (isinstance(value, int) and value >= 1):
                raise ValueError(f"`{name}` should be a whole number from 1 on, received {value}")
            setattr(self, name, value)
        self.sizes = dict(sizes)
        self.options = {"dtype": self.dtype_policy}
        self.shortcut = None

    def call(self, inputs, training=None):
        skip = inputs if self.shortcut is None else self.project(inputs, training)
        return ops.maximum(skip + self.branch(inputs, training), 0)

    def get_config(self):
        return super().get_config() | dict(self.sizes)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(Residual):
    def __init__(self, units, **kwargs):
        super().__init__({"units": units}, **kwargs)
        self.dense2 = keras.layers.Dense(units, **self.options)
        self.dense1 = keras.layers.Dense(units, **self.options)

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, **self.options)

    def project(self, inputs, training):
        return self.shortcut(inputs)

    def branch(self, inputs, training):
        return self.dense2(ops.maximum(self.dense1(inputs), 0))


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(Residual):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__({"filters": filters, "strides": strides}, **kwargs)
        self.shortcut_bn = None
        self.bn2 = keras.layers.BatchNormalization(**self.options)
        self.bn1 = keras.layers.BatchNormalization(**self.options)
        convolution = {"padding": "same", "use_bias": False, **self.options}
        self.conv2 = keras.layers.Conv2D(filters, 3, **convolution)
        self.conv1 = keras.layers.Conv2D(filters, 3, strides, **convolution)

    def build(self, input_shape):
        if self.strides > 1 or input_shape[-1] != self.filters:
            self.shortcut_bn = keras.layers.BatchNormalization(**self.options)
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, self.strides, padding="same", use_bias=False, **self.options
            )

    def project(self, inputs, training):
        return self.shortcut_bn(self.shortcut(inputs), training=training)

    def branch(self, inputs, training):
        inside = ops.maximum(self.bn1(self.conv1(inputs), training=training), 0)
        return self.bn2(self.conv2(inside), training=training)
