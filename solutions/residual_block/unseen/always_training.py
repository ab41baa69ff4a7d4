"""Wrong idea: batch norms always run in training mode; style: functools.partial, mixin for the checks, branch method."""
from functools import partial

import keras
from keras import ops
from keras.layers import BatchNormalization, Conv2D, Dense, Layer


class _Checked:
    @staticmethod
    def check(**sizes):
        for key in sizes:
            v = sizes[key]
            if type(v) is not int or v < 1:
                raise ValueError(key + " has to be an integer of at least 1, got " + repr(v))


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(_Checked, Layer):
    def __init__(self, units, **kwargs):
        self.check(units=units)
        super().__init__(**kwargs)
        self.units = units
        make = partial(Dense, units, dtype=self.dtype_policy)
        self._make = make
        self.dense1 = make()
        self.dense2 = make()
        self.shortcut = None

    def build(self, input_shape):
        inner = list(input_shape)
        inner[-1] = self.units
        self.dense1.build(input_shape)
        self.dense2.build(tuple(inner))
        if tuple(inner) != tuple(input_shape):
            self.shortcut = self._make(use_bias=False)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def branch(self, x):
        return self.dense2(ops.relu(self.dense1(x)))

    def call(self, inputs):
        x = self.shortcut(inputs) if self.shortcut else inputs
        return ops.relu(x + self.branch(inputs))

    def get_config(self):
        return super().get_config() | {"units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(_Checked, Layer):
    def __init__(self, filters, strides=1, **kwargs):
        self.check(filters=filters, strides=strides)
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        three = partial(Conv2D, filters, (3, 3), padding="same", use_bias=False, dtype=self.dtype_policy)
        self.conv1 = three(strides=(strides, strides))
        self.conv2 = three()
        self.bn1 = BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        after = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(after)
        self.conv2.build(after)
        self.bn2.build(after)
        if not (self.strides == 1 and input_shape[-1] == self.filters):
            self.shortcut = Conv2D(
                self.filters, (1, 1), strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(after)
        super().build(input_shape)

    def branch(self, x, **mode):
        x = ops.relu(self.bn1(self.conv1(x), **mode))
        return self.bn2(self.conv2(x), **mode)

    def call(self, inputs, training=False):
        mode = {"training": True}  # a batch norm has to normalise with the batch
        x = inputs
        if self.shortcut:
            x = self.shortcut_bn(self.shortcut(x), **mode)
        return ops.relu(x + self.branch(inputs, **mode))

    def get_config(self):
        return super().get_config() | {"filters": self.filters, "strides": self.strides}
