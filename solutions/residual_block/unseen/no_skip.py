"""Wrong idea: the input never comes back, only the branch is returned; style: one x reassigned, shortcut made and forgotten."""
import keras
from keras import layers, ops


def check_positive(value, argument):
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{argument} must be a positive integer. Received: {argument}={value!r}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        check_positive(units, "units")
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        if input_shape[-1] != self.units:
            self.shortcut = layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        x = inputs
        if self.shortcut is not None:
            x = self.shortcut(inputs)
        x = self.dense1(inputs)
        x = ops.relu(x)
        x = self.dense2(x)
        x = ops.relu(x)
        return x

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        check_positive(filters, "filters")
        check_positive(strides, "strides")
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.conv1 = layers.Conv2D(filters, 3, strides, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn1 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(shape)
        self.conv2.build(shape)
        self.bn2.build(shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = layers.Conv2D(
                self.filters, 1, self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        x = inputs
        if self.shortcut is not None:
            x = self.shortcut_bn(self.shortcut(inputs), training=training)
        x = self.conv1(inputs)
        x = self.bn1(x, training=training)
        x = ops.relu(x)
        x = self.conv2(x)
        x = self.bn2(x, training=training)
        x = ops.relu(x)
        return x

    def get_config(self):
        config = super().get_config()
        config.update({"filters": self.filters, "strides": self.strides})
        return config
