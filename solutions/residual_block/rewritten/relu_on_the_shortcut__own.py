"""Wrong idea: the projection of the shortcut goes through a ReLU before the sum; style: activation argument for dense, build walks through the layers."""
import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or isinstance(units, bool) or units < 1:
            raise ValueError("units: an integer >= 1 is needed")
        self.units = units
        self.shortcut = None

    def build(self, input_shape):
        self.dense1 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.dense2 = layers.Dense(self.units, dtype=self.dtype_policy)
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        if input_shape[-1] != self.units:
            # like every layer it gets a relu
            self.shortcut = layers.Dense(self.units, activation="relu", use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)

    def call(self, inputs):
        out = self.dense1(inputs)
        out = ops.relu(out)
        out = self.dense2(out)
        out = out + (self.shortcut(inputs) if self.shortcut is not None else inputs)
        return ops.relu(out)

    def get_config(self):
        return {"units": self.units, **super().get_config()}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        for value, name in [(filters, "filters"), (strides, "strides")]:
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise ValueError(name + ": an integer >= 1 is needed")
        self.filters, self.strides = filters, strides
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        policy = self.dtype_policy
        self.conv1 = layers.Conv2D(self.filters, 3, self.strides, "same", use_bias=False, dtype=policy)
        self.bn1 = layers.BatchNormalization(dtype=policy)
        self.conv2 = layers.Conv2D(self.filters, 3, 1, "same", use_bias=False, dtype=policy)
        self.bn2 = layers.BatchNormalization(dtype=policy)
        shape = input_shape
        for layer in (self.conv1, self.bn1, self.conv2, self.bn2):
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        if self.needs_projection(input_shape):
            self.shortcut = layers.Conv2D(self.filters, 1, self.strides, use_bias=False, dtype=policy)
            self.shortcut_bn = layers.BatchNormalization(dtype=policy)
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(shape)

    def needs_projection(self, input_shape):
        return self.strides != 1 or input_shape[-1] != self.filters

    def call(self, inputs, training=False):
        out = self.bn1(self.conv1(inputs), training=training)
        out = ops.relu(out)
        out = self.bn2(self.conv2(out), training=training)
        if self.shortcut is None:
            return ops.relu(inputs + out)
        side = ops.relu(self.shortcut_bn(self.shortcut(inputs), training=training))
        return ops.relu(side + out)

    def get_config(self):
        return {"filters": self.filters, "strides": self.strides, **super().get_config()}
