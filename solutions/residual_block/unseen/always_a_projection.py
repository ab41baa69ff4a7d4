"""Wrong idea: the shortcut is always a learned layer; style: sub-layers all in the constructor, Add layer, kwargs dict."""
import keras
import numpy as np
from keras import layers


def _size(name, value):
    ok = isinstance(value, (int, np.integer)) and not isinstance(value, bool) and value >= 1
    if not ok:
        raise ValueError(f"{name} must be an integer >= 1, but is {value!r}")
    return int(value)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = _size("units", units)
        common = {"dtype": self.dtype_policy}
        self.dense1 = layers.Dense(self.units, activation="relu", **common)
        self.dense2 = layers.Dense(self.units, **common)
        # W_s, the matrix on the shortcut. It can learn to be the identity if that is best.
        self.shortcut = layers.Dense(self.units, use_bias=False, **common)
        self.add = layers.Add(**common)

    def build(self, input_shape):
        self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build(tuple(input_shape[:-1]) + (self.units,))
        super().build(input_shape)

    def call(self, inputs):
        total = self.add([self.shortcut(inputs), self.dense2(self.dense1(inputs))])
        return keras.ops.relu(total)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = _size("filters", filters)
        self.strides = _size("strides", strides)
        conv = dict(padding="same", use_bias=False, dtype=self.dtype_policy)
        self.conv1 = layers.Conv2D(self.filters, 3, strides=self.strides, **conv)
        self.bn1 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = layers.Conv2D(self.filters, 3, **conv)
        self.bn2 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = layers.Conv2D(self.filters, 1, strides=self.strides, **conv)
        self.shortcut_bn = layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        for layer in (self.bn1, self.conv2, self.bn2, self.shortcut_bn):
            layer.build(out)
        self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        branch = keras.ops.relu(self.bn1(self.conv1(inputs), training=training))
        branch = self.bn2(self.conv2(branch), training=training)
        return keras.ops.relu(branch + self.shortcut_bn(self.shortcut(inputs), training=training))

    def get_config(self):
        config = super().get_config()
        config.update(filters=self.filters, strides=self.strides)
        return config
