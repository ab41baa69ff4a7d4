"""Wrong idea: the shortcut's projection has no strides; style: needs_projection method, conditional expressions, tf."""
import keras
import tensorflow as tf


def at_least_one(**arguments):
    for name, value in arguments.items():
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"{name} has to be an integer, not {type(value).__name__}")
        if value < 1:
            raise ValueError(f"{name} has to be at least 1, not {value}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        at_least_one(units=units)
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        for layer, width in ((self.dense1, input_shape[-1]), (self.dense2, self.units)):
            layer.build((*input_shape[:-1], width))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        branch = self.dense2(tf.nn.relu(self.dense1(inputs)))
        return tf.nn.relu(branch + (self.shortcut(inputs) if self.shortcut is not None else inputs))

    def get_config(self):
        return super().get_config() | dict(units=self.units)


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        at_least_one(filters=filters, strides=strides)
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.conv1 = keras.layers.Conv2D(
            filters, (3, 3), strides=(strides, strides), padding="same", use_bias=False, dtype=self.dtype_policy
        )
        self.conv2 = keras.layers.Conv2D(filters, (3, 3), padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def needs_projection(self, input_shape):
        return self.strides != 1 or input_shape[-1] != self.filters

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(out)
        self.conv2.build(out)
        self.bn2.build(out)
        if self.needs_projection(input_shape):
            # only mixes the channels of each pixel
            self.shortcut = keras.layers.Conv2D(self.filters, (1, 1), use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(self.shortcut.compute_output_shape(input_shape))
        super().build(input_shape)

    def call(self, inputs, training=False):
        branch = tf.nn.relu(self.bn1(self.conv1(inputs), training=training))
        branch = self.bn2(self.conv2(branch), training=training)
        way = self.shortcut_bn(self.shortcut(inputs), training=training) if self.shortcut is not None else inputs
        return tf.nn.relu(way + branch)

    def get_config(self):
        return super().get_config() | dict(filters=self.filters, strides=self.strides)
