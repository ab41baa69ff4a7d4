"""Wrong idea: build only decides about the shortcut and leaves building the sub-layers to the first call, while compute_output_shape is given; style: kwargs dictionaries for the layers."""
import keras
from keras import layers, ops


def _size(name, value):
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{name}={value} is no integer >= 1")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = _size("units", units)
        self.dense1 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.dense2 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)

    def call(self, inputs):
        h = ops.relu(self.dense1(inputs))
        h = self.dense2(h)
        if self.shortcut is None:
            return ops.relu(inputs + h)
        return ops.relu(self.shortcut(inputs) + h)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

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
        conv = dict(kernel_size=3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.conv1 = layers.Conv2D(filters, strides=strides, **conv)
        self.conv2 = layers.Conv2D(filters, **conv)
        self.bn1 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        # the sub-layers build themselves as soon as they see their input
        if (self.strides, self.filters) != (1, input_shape[-1]):
            self.shortcut = layers.Conv2D(
                self.filters, 1, strides=self.strides, use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = layers.BatchNormalization(dtype=self.dtype_policy)

    def call(self, inputs, training=False):
        h = self.bn1(self.conv1(inputs), training=training)
        h = self.bn2(self.conv2(ops.relu(h)), training=training)
        if self.shortcut is None:
            return ops.relu(inputs + h)
        return ops.relu(self.shortcut_bn(self.shortcut(inputs), training=training) + h)

    def compute_output_shape(self, input_shape):
        batch, height, width, _ = input_shape

        def smaller(n):
            return None if n is None else -(-n // self.strides)

        return (batch, smaller(height), smaller(width), self.filters)

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["strides"] = self.strides
        return config
