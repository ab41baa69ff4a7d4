"""Wrong idea: x is overwritten by the first layer, so an identity shortcut adds that layer's output; style: one variable x reused everywhere."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int):
            raise ValueError(f"units is not an integer: {units}")
        if units < 1:
            raise ValueError(f"units is smaller than 1: {units}")
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)

    def call(self, x):
        projected = None
        if self.shortcut is not None:
            projected = self.shortcut(x)
        x = ops.relu(self.dense1(x))
        y = self.dense2(x)
        if projected is not None:
            return ops.relu(projected + y)
        return ops.relu(x + y)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(f"filters is wrong: {filters}")
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(f"strides is wrong: {strides}")
        self.filters = filters
        self.strides = strides
        options = {"padding": "same", "use_bias": False, "dtype": self.dtype_policy}
        self.conv1 = keras.layers.Conv2D(filters, 3, strides=strides, **options)
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = keras.layers.Conv2D(filters, 3, **options)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(shape)
        self.conv2.build(shape)
        self.bn2.build(shape)
        if self.strides != 1 or self.filters != input_shape[-1]:
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(shape)

    def call(self, x, training=False):
        projected = None
        if self.shortcut is not None:
            projected = self.shortcut_bn(self.shortcut(x), training=training)
        # first layer
        x = self.conv1(x)
        x = self.bn1(x, training=training)
        x = ops.relu(x)
        # second layer
        y = self.conv2(x)
        y = self.bn2(y, training=training)
        # skip
        y = y + (x if projected is None else projected)
        return ops.relu(y)

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["strides"] = self.strides
        return config
