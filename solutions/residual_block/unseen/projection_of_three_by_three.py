"""Wrong idea: projection of the shortcut is a 3x3 convolution; style: one conv_bn factory returning pairs, flags."""
import keras
from keras import ops


def conv_bn(filters, strides, policy):
    """A 3x3 convolution and the batch norm after it."""
    conv = keras.layers.Conv2D(
        filters, kernel_size=3, strides=strides, padding="same", use_bias=False, dtype=policy
    )
    return conv, keras.layers.BatchNormalization(dtype=policy)


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters <= 0:
            raise ValueError(f"filters should be a positive integer (it is {filters!r})")
        if not isinstance(strides, int) or strides <= 0:
            raise ValueError(f"strides should be a positive integer (it is {strides!r})")
        self.filters = filters
        self.strides = strides
        self.conv1, self.bn1 = conv_bn(filters, strides, self.dtype_policy)
        self.conv2, self.bn2 = conv_bn(filters, 1, self.dtype_policy)
        self.shortcut = self.shortcut_bn = None

    def build(self, input_shape):
        needs_projection = self.strides != 1 or input_shape[-1] != self.filters
        if needs_projection:
            self.shortcut, self.shortcut_bn = conv_bn(self.filters, self.strides, self.dtype_policy)
        self.conv1.build(input_shape)
        reduced = self.conv1.compute_output_shape(input_shape)
        for layer in [self.bn1, self.conv2, self.bn2]:
            layer.build(reduced)
        if needs_projection:
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(reduced)
        self.built = True

    def call(self, inputs, training=False):
        a = self.conv1(inputs)
        a = self.bn1(a, training=training)
        a = self.conv2(ops.relu(a))
        a = self.bn2(a, training=training)
        if self.shortcut is None:
            b = inputs
        else:
            b = self.shortcut(inputs)
            b = self.shortcut_bn(b, training=training)
        return ops.relu(b + a)

    def get_config(self):
        cfg = super().get_config()
        cfg["filters"], cfg["strides"] = self.filters, self.strides
        return cfg


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units <= 0:
            raise ValueError(f"units should be a positive integer (it is {units!r})")
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        self.built = True

    def call(self, inputs):
        a = self.dense2(ops.relu(self.dense1(inputs)))
        b = inputs if self.shortcut is None else self.shortcut(inputs)
        return ops.relu(b + a)

    def get_config(self):
        cfg = super().get_config()
        cfg["units"] = self.units
        return cfg
