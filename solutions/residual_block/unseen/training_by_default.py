"""Wrong idea: a call without training counts as training; style: None turned into True by hand, bn helper, tf.maximum."""
import keras
import tensorflow as tf


def _whole(value, name):
    # bool is an int in Python, but nobody wants True filters
    if type(value) is bool or not isinstance(value, int):
        raise ValueError(f"{name}={value!r}: must be an integer")
    if value <= 0:
        raise ValueError(f"{name}={value!r}: must be >= 1")
    return value


def relu(t):
    return tf.maximum(t, tf.zeros((), t.dtype))


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = _whole(filters, "filters")
        self.strides = _whole(strides, "strides")
        self.conv1 = self.convolution(3, self.strides)
        self.bn1 = self.norm()
        self.conv2 = self.convolution(3)
        self.bn2 = self.norm()
        self.shortcut = self.shortcut_bn = None

    def convolution(self, k, strides=1):
        return keras.layers.Conv2D(
            self.filters, k, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )

    def norm(self):
        return keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv1.build(input_shape)
        target = self.conv1.compute_output_shape(input_shape)
        if target[-1] != input_shape[-1] or self.strides != 1:
            self.shortcut = self.convolution(1, self.strides)
            self.shortcut_bn = self.norm()
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(target)
        for sub in (self.bn1, self.conv2, self.bn2):
            sub.build(target)
        super().build(input_shape)

    def call(self, inputs, training=None):
        if training is None:
            training = True
        y = self.bn1(self.conv1(inputs), training=training)
        y = self.bn2(self.conv2(relu(y)), training=training)
        x = inputs
        if self.shortcut is not None:
            x = self.shortcut_bn(self.shortcut(x), training=training)
        return relu(x + y)

    def compute_output_shape(self, input_shape):
        return self.conv1.compute_output_shape(input_shape)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = _whole(units, "units")
        self.dense1 = keras.layers.Dense(self.units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(self.units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        target = self.compute_output_shape(input_shape)
        self.dense2.build(target)
        if target[-1] != input_shape[-1]:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        y = self.dense2(relu(self.dense1(inputs)))
        return relu(y + (inputs if self.shortcut is None else self.shortcut(inputs)))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
