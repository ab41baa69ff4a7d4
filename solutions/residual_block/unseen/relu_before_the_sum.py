"""Wrong idea: last ReLU before the sum; style: activation in Dense for dense, Sequential-like branch, Add layer."""
import keras
from keras.layers import Activation, Add, BatchNormalization, Conv2D, Dense


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(f"units ({units!r}) must be an integer >= 1")
        self.units = units
        # both with their ReLU
        self.dense1 = Dense(units, activation="relu", dtype=self.dtype_policy)
        self.dense2 = Dense(units, activation="relu", dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        if input_shape[-1] != self.units:
            self.shortcut = Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        branch = self.dense2(self.dense1(inputs))
        if self.shortcut is not None:
            return self.shortcut(inputs) + branch
        return inputs + branch

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(f"filters ({filters!r}) must be an integer >= 1")
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(f"strides ({strides!r}) must be an integer >= 1")
        self.filters, self.strides = filters, strides
        d = self.dtype_policy
        self.conv1 = Conv2D(filters, 3, strides=strides, padding="same", use_bias=False, dtype=d)
        self.bn1 = BatchNormalization(dtype=d)
        self.relu1 = Activation("relu", dtype=d)
        self.conv2 = Conv2D(filters, 3, padding="same", use_bias=False, dtype=d)
        self.bn2 = BatchNormalization(dtype=d)
        self.relu2 = Activation("relu", dtype=d)
        self.sum = Add(dtype=d)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        shape = input_shape
        for layer in (self.conv1, self.bn1, self.relu1, self.conv2, self.bn2, self.relu2):
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut_bn = BatchNormalization(dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(shape)
        self.sum.build([shape, shape])
        super().build(input_shape)

    def call(self, inputs, training=False):
        branch = self.relu1(self.bn1(self.conv1(inputs), training=training))
        branch = self.relu2(self.bn2(self.conv2(branch), training=training))
        way = inputs
        if self.shortcut is not None:
            way = self.shortcut_bn(self.shortcut(inputs), training=training)
        return self.sum([way, branch])

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["strides"] = self.strides
        return config
