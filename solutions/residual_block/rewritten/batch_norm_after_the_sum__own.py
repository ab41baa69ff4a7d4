"""Wrong idea: bn2 is applied to the sum of shortcut and second convolution; style: layers.add and layers.ReLU, step-by-step call."""
import keras
from keras import layers


def is_size(n):
    return isinstance(n, int) and not isinstance(n, bool) and n >= 1


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not is_size(units):
            raise ValueError("units must be an integer >= 1, but it is {}".format(units))
        self.units = units
        self.dense1 = layers.Dense(units, activation="relu", dtype=self.dtype_policy)
        self.dense2 = layers.Dense(units, dtype=self.dtype_policy)
        self.relu = layers.ReLU(dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        out_shape = self.dense1.compute_output_shape(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build(out_shape)
        if tuple(out_shape)[-1] != tuple(input_shape)[-1]:
            self.shortcut = layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        branch = self.dense1(inputs)
        branch = self.dense2(branch)
        side = inputs
        if self.shortcut is not None:
            side = self.shortcut(inputs)
        return self.relu(side + branch)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not is_size(filters):
            raise ValueError("filters must be an integer >= 1, but it is {}".format(filters))
        if not is_size(strides):
            raise ValueError("strides must be an integer >= 1, but it is {}".format(strides))
        self.filters = filters
        self.strides = strides
        d = self.dtype_policy
        self.conv1 = layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False, dtype=d)
        self.bn1 = layers.BatchNormalization(dtype=d)
        self.relu = layers.ReLU(dtype=d)
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=d)
        self.bn2 = layers.BatchNormalization(dtype=d)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out_shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(out_shape)
        self.conv2.build(out_shape)
        self.bn2.build(out_shape)
        same = self.strides == 1 and input_shape[-1] == self.filters
        if not same:
            d = self.dtype_policy
            self.shortcut = layers.Conv2D(self.filters, 1, strides=self.strides, use_bias=False, dtype=d)
            self.shortcut_bn = layers.BatchNormalization(dtype=d)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(out_shape)

    def call(self, inputs, training=False):
        branch = self.conv1(inputs)
        branch = self.bn1(branch, training=training)
        branch = self.relu(branch)
        branch = self.conv2(branch)
        side = inputs
        if self.shortcut is not None:
            side = self.shortcut_bn(self.shortcut(inputs), training=training)
        total = side + branch
        total = self.bn2(total, training=training)  # normalise, then relu
        return self.relu(total)

    def get_config(self):
        config = super().get_config()
        config.update({"filters": self.filters, "strides": self.strides})
        return config
