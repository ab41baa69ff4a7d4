"""Wrong idea: a size that is no integer raises TypeError; style: two-step check function, early return in build, ops.add."""
import keras
from keras import layers, ops


def check_size(name, value):
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} must be an integer, got {value!r} ({type(value).__name__})")
    if value < 1:
        raise ValueError(f"{name} must be >= 1, got {value!r}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        check_size("units", units)
        self.units = units
        self.dense1 = layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        inputs = input_shape[-1]
        same = inputs == self.units
        self.shortcut = None if same else layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
        if self.shortcut:
            self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        super().build(input_shape)

    def call(self, inputs):
        branch = self.dense2(ops.relu(self.dense1(inputs)))
        skip = self.shortcut(inputs) if self.shortcut else inputs
        return ops.relu(ops.add(skip, branch))

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        check_size("filters", filters)
        check_size("strides", strides)
        self.filters = filters
        self.strides = strides
        same = dict(padding="same", use_bias=False, dtype=self.dtype_policy)
        self.conv1 = layers.Conv2D(filters, 3, strides, **same)
        self.conv2 = layers.Conv2D(filters, 3, **same)
        self.bn1 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        for layer in self.bn1, self.conv2, self.bn2:
            layer.build(out)
        if self.strides == 1 and input_shape[-1] == self.filters:
            super().build(input_shape)
            return
        self.shortcut = layers.Conv2D(
            self.filters, 1, self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )
        self.shortcut_bn = layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut.build(input_shape)
        self.shortcut_bn.build(out)
        super().build(input_shape)

    def call(self, inputs, training=False):
        if self.shortcut:
            skip = self.shortcut_bn(self.shortcut(inputs), training=training)
        else:
            skip = inputs
        branch = self.bn1(self.conv1(inputs), training=training)
        branch = self.bn2(self.conv2(ops.relu(branch)), training=training)
        return ops.relu(ops.add(skip, branch))

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["strides"] = self.strides
        return config
