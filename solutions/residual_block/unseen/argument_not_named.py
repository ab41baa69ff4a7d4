"""Wrong idea: the ValueError does not say which argument; style: shared try/except helper, ReLU layers as attributes."""
import operator

import keras
from keras import layers


def positive_integer(number):
    """Turn number into an int, or complain."""
    try:
        result = operator.index(number)
    except TypeError:
        raise ValueError(f"Expected a whole number, but got {number!r} of type {type(number).__name__}.") from None
    if result <= 0:
        raise ValueError(f"Expected a number greater than zero, but got {number!r}.")
    return result


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = positive_integer(units)
        self.dense1 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.inner_relu = layers.ReLU(dtype=self.dtype_policy)
        self.dense2 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.outer_relu = layers.ReLU(dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        hidden = self.dense1.compute_output_shape(input_shape)
        self.dense2.build(hidden)
        if input_shape[-1] != self.units:
            self.shortcut = layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        y = self.dense1(inputs)
        y = self.inner_relu(y)
        y = self.dense2(y)
        s = inputs
        if self.shortcut is not None:
            s = self.shortcut(s)
        y = y + s
        return self.outer_relu(y)

    def get_config(self):
        base = super().get_config()
        return {"units": self.units, **base}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = positive_integer(filters)
        self.strides = positive_integer(strides)
        p = self.dtype_policy
        self.conv1 = layers.Conv2D(self.filters, 3, self.strides, "same", use_bias=False, dtype=p)
        self.bn1 = layers.BatchNormalization(dtype=p)
        self.inner_relu = layers.ReLU(dtype=p)
        self.conv2 = layers.Conv2D(self.filters, 3, 1, "same", use_bias=False, dtype=p)
        self.bn2 = layers.BatchNormalization(dtype=p)
        self.outer_relu = layers.ReLU(dtype=p)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        shape = input_shape
        for layer in [self.conv1, self.bn1, self.conv2, self.bn2]:
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        if self.strides > 1 or input_shape[-1] != self.filters:
            p = self.dtype_policy
            self.shortcut = layers.Conv2D(self.filters, 1, self.strides, "same", use_bias=False, dtype=p)
            self.shortcut_bn = layers.BatchNormalization(dtype=p)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        y = self.conv1(inputs)
        y = self.bn1(y, training=training)
        y = self.inner_relu(y)
        y = self.conv2(y)
        y = self.bn2(y, training=training)
        s = inputs
        if self.shortcut is not None:
            s = self.shortcut_bn(self.shortcut(s), training=training)
        return self.outer_relu(y + s)

    def get_config(self):
        base = super().get_config()
        return {"filters": self.filters, "strides": self.strides, **base}
