"""Wrong idea: sub-layers do not know the block's dtype; style: lists of layers, ops.add, cast at the end."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(f"units: need an integer >= 1, got {units!r}")
        self.units = units
        self.dense1 = keras.layers.Dense(units)
        self.dense2 = keras.layers.Dense(units)
        self.shortcut = None

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False)
            self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        super().build(input_shape)

    def call(self, inputs):
        branch = self.dense2(ops.relu(self.dense1(inputs)))
        identity = self.shortcut(inputs) if self.shortcut is not None else inputs
        # the output has to have the dtype of this block
        return ops.cast(ops.relu(ops.add(identity, branch)), self.compute_dtype)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        for name, value in (("filters", filters), ("strides", strides)):
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"{name}: need an integer >= 1, got {value!r}")
        self.filters = filters
        self.strides = strides
        self.conv1 = keras.layers.Conv2D(filters, 3, strides, "same", use_bias=False)
        self.bn1 = keras.layers.BatchNormalization()
        self.conv2 = keras.layers.Conv2D(filters, 3, 1, "same", use_bias=False)
        self.bn2 = keras.layers.BatchNormalization()
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        shape = input_shape
        for layer in (self.conv1, self.bn1, self.conv2, self.bn2):
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.layers.Conv2D(self.filters, 1, self.strides, "same", use_bias=False)
            self.shortcut_bn = keras.layers.BatchNormalization()
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        identity = inputs
        if self.shortcut is not None:
            identity = self.shortcut_bn(self.shortcut(inputs), training=training)
        branch = ops.relu(self.bn1(self.conv1(inputs), training=training))
        branch = self.bn2(self.conv2(branch), training=training)
        return ops.cast(ops.relu(ops.add(identity, branch)), self.compute_dtype)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
