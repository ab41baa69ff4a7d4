"""Wrong idea: get_config holds only what the base class knows; style: options dict, keras.activations, check()."""

from __future__ import annotations

import keras


def check(**sizes):
    for name, size in sizes.items():
        if type(size) is not int or size < 1:
            raise ValueError(f"The argument {name} needs an integer from 1 upwards, not {size!r}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units: int, **kwargs) -> None:
        super().__init__(**kwargs)
        check(units=units)
        self.units = units
        self.options = {"dtype": self.dtype_policy}
        self.dense1 = keras.layers.Dense(units, **self.options)
        self.dense2 = keras.layers.Dense(units, **self.options)
        self.shortcut = None

    def build(self, input_shape) -> None:
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        same = input_shape[-1] == self.units
        if not same:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, **self.options)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        short = self.shortcut(inputs) if self.shortcut is not None else inputs
        long = self.dense2(keras.activations.relu(self.dense1(inputs)))
        return keras.activations.relu(short + long)

    def get_config(self) -> dict:
        return super().get_config()


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        super().__init__(**kwargs)
        check(filters=filters, strides=strides)
        self.filters = filters
        self.strides = strides
        self.options = {"dtype": self.dtype_policy}
        convolution = {"padding": "same", "use_bias": False, **self.options}
        self.conv1 = keras.layers.Conv2D(filters, 3, strides=strides, **convolution)
        self.bn1 = keras.layers.BatchNormalization(**self.options)
        self.conv2 = keras.layers.Conv2D(filters, 3, **convolution)
        self.bn2 = keras.layers.BatchNormalization(**self.options)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape) -> None:
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(out)
        self.conv2.build(out)
        self.bn2.build(out)
        same = self.strides == 1 and input_shape[-1] == self.filters
        if not same:
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, **self.options
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(**self.options)
            self.shortcut_bn.build(out)

    def call(self, inputs, training: bool = False):
        short = inputs
        if self.shortcut is not None:
            short = self.shortcut_bn(self.shortcut(inputs), training=training)
        long = self.conv1(inputs)
        long = self.bn1(long, training=training)
        long = keras.activations.relu(long)
        long = self.conv2(long)
        long = self.bn2(long, training=training)
        return keras.activations.relu(short + long)

    def get_config(self) -> dict:
        return super().get_config()
