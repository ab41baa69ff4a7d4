"""Wrong idea: projections of the shortcuts have a bias; style: project methods, kwargs lists at module level."""
import numbers

import keras
from keras import ops

BRANCH = {"kernel_size": 3, "padding": "same", "use_bias": False}
PROJECTION = {"kernel_size": 1, "padding": "valid"}


def size(value, name):
    if not isinstance(value, numbers.Integral) or isinstance(value, bool) or value < 1:
        raise ValueError(f"Bad value for {name}: {value!r}. It must be an integer >= 1.")
    return int(value)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        self.units_ = size(units, "units")
        super().__init__(**kwargs)
        self.dense1 = keras.layers.Dense(self.units_, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(self.units_, dtype=self.dtype_policy)
        self.shortcut = None

    @property
    def units(self):
        return self.units_

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        if self.units != input_shape[-1]:
            # a third dense layer, so that the shapes agree
            self.shortcut = keras.layers.Dense(self.units, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def project(self, x):
        return x if self.shortcut is None else self.shortcut(x)

    def call(self, inputs):
        return ops.relu(self.project(inputs) + self.dense2(ops.relu(self.dense1(inputs))))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = size(filters, "filters")
        self.strides = size(strides, "strides")
        self.conv1 = keras.layers.Conv2D(self.filters, strides=self.strides, dtype=self.dtype_policy, **BRANCH)
        self.conv2 = keras.layers.Conv2D(self.filters, dtype=self.dtype_policy, **BRANCH)
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        output = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(output)
        self.conv2.build(output)
        self.bn2.build(output)
        if (self.strides, self.filters) != (1, input_shape[-1]):
            self.shortcut = keras.layers.Conv2D(
                self.filters, strides=self.strides, dtype=self.dtype_policy, **PROJECTION
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(output)
        super().build(input_shape)

    def project(self, x, training):
        if self.shortcut is None:
            return x
        return self.shortcut_bn(self.shortcut(x), training=training)

    def call(self, inputs, training=False):
        h = ops.relu(self.bn1(self.conv1(inputs), training=training))
        return ops.relu(self.project(inputs, training) + self.bn2(self.conv2(h), training=training))

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
