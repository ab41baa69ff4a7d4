"""Wrong idea: shortcut and branch are multiplied; style: gate-like wording, Multiply layer and plain *, keras.Sequential-free."""
import keras
from keras import ops
from keras.layers import BatchNormalization, Conv2D, Dense, Multiply


def _validate(name, number):
    if number.__class__ is bool or not isinstance(number, int) or not number >= 1:
        raise ValueError("%s must be an integer >= 1, not %r" % (name, number))
    return number


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = _validate("units", units)
        self.dense1 = Dense(units, dtype=self.dtype_policy)
        self.dense2 = Dense(units, dtype=self.dtype_policy)
        self.combine = Multiply(dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        out = self.dense1.compute_output_shape(input_shape)
        self.dense2.build(out)
        if out[-1] != input_shape[-1]:
            self.shortcut = Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.combine.build([out, out])
        super().build(input_shape)

    def call(self, inputs):
        f = self.dense2(ops.relu(self.dense1(inputs)))
        x = inputs if self.shortcut is None else self.shortcut(inputs)
        return ops.relu(self.combine([x, f]))

    def get_config(self):
        config = super().get_config()
        config.update(units=self.units)
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = _validate("filters", filters)
        self.strides = _validate("strides", strides)
        self.conv1 = Conv2D(filters, 3, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn1 = BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = BatchNormalization(dtype=self.dtype_policy)
        self.shortcut, self.shortcut_bn = None, None
        self.combine = Multiply(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        for sub in (self.bn1, self.conv2, self.bn2):
            sub.build(out)
        if self.strides > 1 or input_shape[-1] != self.filters:
            self.shortcut = Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = BatchNormalization(dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(out)
        self.combine.build([out, out])
        super().build(input_shape)

    def call(self, inputs, training=False):
        f = self.conv2(ops.relu(self.bn1(self.conv1(inputs), training=training)))
        f = self.bn2(f, training=training)
        x = inputs
        if self.shortcut is not None:
            x = self.shortcut_bn(self.shortcut(x), training=training)
        return ops.relu(self.combine([x, f]))

    def get_config(self):
        config = super().get_config()
        config.update(filters=self.filters, strides=self.strides)
        return config
