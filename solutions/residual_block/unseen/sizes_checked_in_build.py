"""Wrong idea: sizes are checked only in build; style: everything created in build, class attributes None, einsum-free."""
import keras
from keras import ops


def _check(name, value):
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"`{name}` must be an integer >= 1. Got {value!r}.")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = self.dense2 = self.shortcut = None

    def build(self, input_shape):
        _check("units", self.units)

        def dense(width, **kw):
            layer = keras.layers.Dense(self.units, dtype=self.dtype_policy, **kw)
            layer.build((None, width))
            return layer

        width = input_shape[-1]
        self.dense1 = dense(width)
        self.dense2 = dense(self.units)
        if width != self.units:
            self.shortcut = dense(width, use_bias=False)
        super().build(input_shape)

    def call(self, inputs):
        h = ops.relu(self.dense1(inputs))
        x = self.shortcut(inputs) if self.shortcut is not None else inputs
        return ops.relu(x + self.dense2(h))

    def get_config(self):
        return dict(units=self.units, **super().get_config())


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.conv1 = self.bn1 = self.conv2 = self.bn2 = None
        self.shortcut = self.shortcut_bn = None

    def build(self, input_shape):
        _check("filters", self.filters)
        _check("strides", self.strides)
        channels = input_shape[-1]

        def conv(size, step, c):
            layer = keras.layers.Conv2D(
                self.filters, size, strides=step, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            layer.build((None, None, None, c))
            return layer

        def norm():
            layer = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            layer.build((None, None, None, self.filters))
            return layer

        self.conv1, self.bn1 = conv(3, self.strides, channels), norm()
        self.conv2, self.bn2 = conv(3, 1, self.filters), norm()
        if self.strides != 1 or channels != self.filters:
            self.shortcut, self.shortcut_bn = conv(1, self.strides, channels), norm()
        super().build(input_shape)

    def call(self, inputs, training=False):
        h = ops.relu(self.bn1(self.conv1(inputs), training=training))
        h = self.bn2(self.conv2(h), training=training)
        x = inputs
        if self.shortcut is not None:
            x = self.shortcut_bn(self.shortcut(x), training=training)
        return ops.relu(x + h)

    def get_config(self):
        return dict(filters=self.filters, strides=self.strides, **super().get_config())
