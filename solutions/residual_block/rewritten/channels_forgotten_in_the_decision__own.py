"""Wrong idea: the conv block makes a projection only for strides above 1; style: shared base class with a checker, shortcut methods."""
import keras
from keras import ops
from keras.layers import BatchNormalization, Conv2D, Dense


class _Block(keras.layers.Layer):
    """what both blocks need"""

    def _integer(self, **sizes):
        for name in sizes:
            size = sizes[name]
            if type(size) is not int or size < 1:
                raise ValueError(f"{type(self).__name__}: {name} must be an integer of at least 1, not {size!r}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(_Block):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self._integer(units=units)
        self.units = units

    def build(self, input_shape):
        p = self.dtype_policy
        inside = tuple(input_shape[:-1]) + (self.units,)
        self.dense1 = Dense(self.units, dtype=p)
        self.dense1.build(input_shape)
        self.dense2 = Dense(self.units, dtype=p)
        self.dense2.build(inside)
        self.shortcut = None
        if input_shape[-1] != self.units:
            self.shortcut = Dense(self.units, use_bias=False, dtype=p)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        y = self.dense2(ops.relu(self.dense1(inputs)))
        if self.shortcut is not None:
            inputs = self.shortcut(inputs)
        return ops.relu(inputs + y)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(_Block):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self._integer(filters=filters, strides=strides)
        self.filters = filters
        self.strides = strides

    def build(self, input_shape):
        p = self.dtype_policy
        self.conv1 = Conv2D(self.filters, (3, 3), strides=self.strides, padding="same", use_bias=False, dtype=p)
        self.bn1 = BatchNormalization(dtype=p)
        self.conv2 = Conv2D(self.filters, (3, 3), padding="same", use_bias=False, dtype=p)
        self.bn2 = BatchNormalization(dtype=p)
        self.conv1.build(input_shape)
        shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(shape)
        self.conv2.build(shape)
        self.bn2.build(shape)
        self.shortcut = None
        self.shortcut_bn = None
        if self.strides > 1:  # then the image gets smaller
            self.shortcut = Conv2D(self.filters, (1, 1), strides=self.strides, use_bias=False, dtype=p)
            self.shortcut.build(input_shape)
            self.shortcut_bn = BatchNormalization(dtype=p)
            self.shortcut_bn.build(shape)

    def _shortcut(self, x, training):
        if self.shortcut is None:
            return x
        return self.shortcut_bn(self.shortcut(x), training=training)

    def call(self, inputs, training=None):
        y = self.conv1(inputs)
        y = self.bn1(y, training=training)
        y = ops.relu(y)
        y = self.conv2(y)
        y = self.bn2(y, training=training)
        return ops.relu(self._shortcut(inputs, training) + y)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
