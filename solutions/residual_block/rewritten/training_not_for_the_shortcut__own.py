"""Wrong idea: shortcut_bn is called with training=False, only the branch gets the mode; style: tf.nn.relu, helper functions outside the classes."""
import keras
import tensorflow as tf


def check(name, n):
    try:
        ok = int(n) == n and n >= 1
    except (TypeError, ValueError):
        ok = False
    if not ok or isinstance(n, float):
        raise ValueError(f"the argument {name} wants a whole number from 1 on, received {n!r}")


def conv(filters, size, strides, policy):
    return keras.layers.Conv2D(filters, size, strides=strides, padding="same", use_bias=False, dtype=policy)


def norm(policy):
    return keras.layers.BatchNormalization(dtype=policy)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        check("units", units)
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        *front, inputs = input_shape
        self.dense1.build((*front, inputs))
        self.dense2.build((*front, self.units))
        if inputs == self.units:
            return
        self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
        self.shortcut.build((*front, inputs))

    def call(self, inputs):
        skip = self.shortcut(inputs) if self.shortcut else inputs
        return tf.nn.relu(skip + self.dense2(tf.nn.relu(self.dense1(inputs))))

    def get_config(self):
        return dict(units=self.units, **super().get_config())


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        check("filters", filters)
        check("strides", strides)
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.conv1 = conv(filters, 3, strides, self.dtype_policy)
        self.bn1 = norm(self.dtype_policy)
        self.conv2 = conv(filters, 3, 1, self.dtype_policy)
        self.bn2 = norm(self.dtype_policy)
        self.shortcut = self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        after = self.conv1.compute_output_shape(input_shape)
        for part in (self.bn1, self.conv2, self.bn2):
            part.build(after)
        if self.strides > 1 or input_shape[-1] != self.filters:
            self.shortcut = conv(self.filters, 1, self.strides, self.dtype_policy)
            self.shortcut_bn = norm(self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(after)

    def call(self, inputs, training=False):
        skip = inputs
        if self.shortcut is not None:
            # not part of the branch that is trained
            skip = self.shortcut_bn(self.shortcut(inputs), training=False)
        hidden = tf.nn.relu(self.bn1(self.conv1(inputs), training=training))
        return tf.nn.relu(skip + self.bn2(self.conv2(hidden), training=training))

    def get_config(self):
        return dict(filters=self.filters, strides=self.strides, **super().get_config())
