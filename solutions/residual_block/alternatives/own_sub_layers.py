"""
idea.en = "sub-layers written by hand, with TensorFlow operations"
idea.ko = "하위 층도 TensorFlow 연산으로 직접 만든다"
"""

from __future__ import annotations

import keras
import tensorflow as tf


class Linear(keras.layers.Layer):
    """x @ kernel + bias."""

    def __init__(self, units, bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units, self.has_bias = units, bias

    def build(self, input_shape):
        if self.has_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        outputs = tf.matmul(inputs, self.kernel)
        return outputs + self.bias if self.has_bias else outputs


class Convolution(keras.layers.Layer):
    """Convolution with "SAME" padding, without bias."""

    def __init__(self, filters, size, strides, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.size, self.strides = filters, size, strides

    def build(self, input_shape):
        shape = (self.size, self.size, input_shape[-1], self.filters)
        self.kernel = self.add_weight(shape=shape, name="kernel", initializer="he_uniform")

    def call(self, inputs):
        return tf.nn.conv2d(inputs, tf.convert_to_tensor(self.kernel), self.strides, "SAME")


class Normalization(keras.layers.Layer):
    """Batch normalization over all axes but the last."""

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=shape, initializer="zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(shape=shape, initializer="ones", trainable=False, name="moving_variance")

    def call(self, inputs, training=False):
        mean, variance = tf.convert_to_tensor(self.moving_mean), tf.convert_to_tensor(self.moving_variance)
        if training:
            mean, variance = tf.nn.moments(inputs, [0, 1, 2])
            self.moving_mean.assign(0.9 * self.moving_mean + 0.1 * mean)
            self.moving_variance.assign(0.9 * self.moving_variance + 0.1 * variance)
        return (inputs - mean) * tf.math.rsqrt(variance + 1e-4) * self.gamma + self.beta


def positive_integer(**arguments):
    """Raise for anything that is not a positive integer."""
    for name, value in arguments.items():
        if isinstance(value, float) or int(value) < 1:
            raise ValueError(f"{name}={value!r} is not a positive integer")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        positive_integer(units=units)
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = Linear(units, dtype=self.dtype_policy)
        self.dense2 = Linear(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((None, self.units))
        self.shortcut = None
        if input_shape[-1] != self.units:
            self.shortcut = Linear(self.units, bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        outputs = self.dense2(tf.nn.relu(self.dense1(inputs)))
        outputs += self.shortcut(inputs) if self.shortcut else inputs
        return tf.nn.relu(outputs)

    def get_config(self):
        return dict(super().get_config(), units=self.units)


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        positive_integer(filters=filters, strides=strides)
        super().__init__(**kwargs)
        self.filters, self.strides = filters, strides
        self.conv1 = Convolution(filters, 3, strides, dtype=self.dtype_policy)
        self.conv2 = Convolution(filters, 3, 1, dtype=self.dtype_policy)
        self.bn1 = Normalization(dtype=self.dtype_policy)
        self.bn2 = Normalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        inside = (None, None, None, self.filters)
        self.conv1.build(input_shape)
        self.conv2.build(inside)
        self.bn1.build(inside)
        self.bn2.build(inside)
        self.shortcut = self.shortcut_bn = None
        if not (self.strides == 1 and input_shape[-1] == self.filters):
            self.shortcut = Convolution(self.filters, 1, self.strides, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn = Normalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(inside)

    def call(self, inputs, training=False):
        outputs = tf.nn.relu(self.bn1(self.conv1(inputs), training=training))
        outputs = self.bn2(self.conv2(outputs), training=training)
        if self.shortcut:
            inputs = self.shortcut_bn(self.shortcut(inputs), training=training)
        return tf.nn.relu(outputs + inputs)

    def get_config(self):
        return dict(super().get_config(), filters=self.filters, strides=self.strides)
