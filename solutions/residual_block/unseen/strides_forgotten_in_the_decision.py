"""Wrong idea: only the channels decide about a projection; style: channels variable, helper building in a chain."""
import keras
from keras import ops
from keras.layers import BatchNormalization, Conv2D, Dense, Layer


def build_chain(layers, shape):
    for layer in layers:
        layer.build(shape)
        shape = layer.compute_output_shape(shape)
    return shape


def good_size(n):
    return isinstance(n, int) and n >= 1 and not isinstance(n, bool)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not good_size(units):
            raise ValueError(f"units is {units!r}, should be an integer >= 1")
        self.units = units
        self.dense1 = Dense(units, dtype=self.dtype_policy)
        self.dense2 = Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        build_chain([self.dense1, self.dense2], input_shape)
        if input_shape[-1] != self.units:
            self.shortcut = Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            build_chain([self.shortcut], input_shape)
        super().build(input_shape)

    def call(self, inputs):
        s = inputs
        if self.shortcut is not None:
            s = self.shortcut(inputs)
        return ops.relu(s + self.dense2(ops.relu(self.dense1(inputs))))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not good_size(filters):
            raise ValueError(f"filters is {filters!r}, should be an integer >= 1")
        if not good_size(strides):
            raise ValueError(f"strides is {strides!r}, should be an integer >= 1")
        self.filters = filters
        self.strides = strides
        self.conv1 = Conv2D(filters, 3, strides, "same", use_bias=False, dtype=self.dtype_policy)
        self.bn1 = BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = Conv2D(filters, 3, 1, "same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        build_chain([self.conv1, self.bn1, self.conv2, self.bn2], input_shape)
        channels_in, channels_out = input_shape[-1], self.filters
        if channels_in != channels_out:
            self.shortcut = Conv2D(
                channels_out, 1, self.strides, "same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = BatchNormalization(dtype=self.dtype_policy)
            build_chain([self.shortcut, self.shortcut_bn], input_shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        f = ops.relu(self.bn1(self.conv1(inputs), training=training))
        f = self.bn2(self.conv2(f), training=training)
        s = inputs
        if self.shortcut is not None:
            s = self.shortcut_bn(self.shortcut(inputs), training=training)
        return ops.relu(s + f)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
