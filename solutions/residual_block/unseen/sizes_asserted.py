"""Wrong idea: wrong sizes end in an AssertionError; style: asserts on top, identity flag set in build, ops functions."""
import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(layers.Layer):
    """relu(shortcut(x) + dense2(relu(dense1(x))))"""

    def __init__(self, units, **kwargs):
        assert isinstance(units, int) and not isinstance(units, bool), f"units must be an integer, got {units!r}"
        assert units >= 1, f"units must be >= 1, got {units}"
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None
        self.is_identity = True

    def build(self, input_shape):
        self.is_identity = input_shape[-1] == self.units
        if not self.is_identity:
            self.shortcut = layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build(self.compute_output_shape(input_shape))
        super().build(input_shape)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def call(self, inputs):
        f = self.dense1(inputs)
        f = ops.relu(f)
        f = self.dense2(f)
        return ops.relu(f + (inputs if self.is_identity else self.shortcut(inputs)))

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(layers.Layer):
    """relu(shortcut(x) + bn2(conv2(relu(bn1(conv1(x))))))"""

    def __init__(self, filters, strides=1, **kwargs):
        assert isinstance(filters, int) and filters >= 1, "filters must be an integer >= 1"
        assert isinstance(strides, int) and strides >= 1, "strides must be an integer >= 1"
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.conv1 = layers.Conv2D(
            filters, 3, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )
        self.bn1 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None
        self.is_identity = True

    def compute_output_shape(self, input_shape):
        return tuple(self.conv1.compute_output_shape(input_shape))

    def build(self, input_shape):
        out = self.compute_output_shape(input_shape)
        self.is_identity = self.strides == 1 and input_shape[-1] == self.filters
        self.conv1.build(input_shape)
        self.bn1.build(out)
        self.conv2.build(out)
        self.bn2.build(out)
        if not self.is_identity:
            self.shortcut = layers.Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(out)
        super().build(input_shape)

    def call(self, inputs, training=False):
        f = self.bn1(self.conv1(inputs), training=training)
        f = self.bn2(self.conv2(ops.relu(f)), training=training)
        if self.is_identity:
            return ops.relu(f + inputs)
        return ops.relu(f + self.shortcut_bn(self.shortcut(inputs), training=training))

    def get_config(self):
        config = super().get_config()
        config.update({"filters": self.filters, "strides": self.strides})
        return config
