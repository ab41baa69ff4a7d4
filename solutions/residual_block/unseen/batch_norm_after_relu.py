"""Wrong idea: ReLU before the batch norm in the branch; style: activation inside Conv2D, setup method, tuple shapes."""
import keras
from keras import ops
from keras.layers import BatchNormalization, Conv2D, Dense


def is_count(n):
    return isinstance(n, int) and not isinstance(n, bool) and n > 0


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units: int, **kwargs):
        if not is_count(units):
            raise ValueError(f"units={units!r} is not an integer >= 1")
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = Dense(units, activation="relu", dtype=self.dtype_policy, name="dense1")
        self.dense2 = Dense(units, dtype=self.dtype_policy, name="dense2")
        self.shortcut = None

    def build(self, input_shape):
        *batch, width = input_shape
        self.dense1.build(input_shape)
        self.dense2.build((*batch, self.units))
        if width != self.units:
            self.shortcut = Dense(self.units, use_bias=False, dtype=self.dtype_policy, name="shortcut")
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        skip = self.shortcut(inputs) if self.shortcut is not None else inputs
        return ops.maximum(skip + self.dense2(self.dense1(inputs)), 0)

    def get_config(self):
        return {"units": self.units} | super().get_config()


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters: int, strides: int = 1, **kwargs):
        if not is_count(filters):
            raise ValueError(f"filters={filters!r} is not an integer >= 1")
        if not is_count(strides):
            raise ValueError(f"strides={strides!r} is not an integer >= 1")
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        args = dict(padding="same", use_bias=False, dtype=self.dtype_policy)
        # Conv2D has its activation built in, and the batch norm comes after the layer
        self.conv1 = Conv2D(filters, 3, strides=strides, activation="relu", name="conv1", **args)
        self.bn1 = BatchNormalization(dtype=self.dtype_policy, name="bn1")
        self.conv2 = Conv2D(filters, 3, name="conv2", **args)
        self.bn2 = BatchNormalization(dtype=self.dtype_policy, name="bn2")
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out_shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(out_shape)
        self.conv2.build(out_shape)
        self.bn2.build(out_shape)
        same = self.strides == 1 and input_shape[3] == self.filters
        if not same:
            self.shortcut = Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False,
                dtype=self.dtype_policy, name="shortcut",
            )
            self.shortcut_bn = BatchNormalization(dtype=self.dtype_policy, name="shortcut_bn")
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(out_shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        y = self.bn1(self.conv1(inputs), training=training)
        y = self.bn2(self.conv2(y), training=training)
        skip = inputs
        if self.shortcut is not None:
            skip = self.shortcut_bn(self.shortcut(inputs), training=training)
        return ops.maximum(skip + y, 0)

    def get_config(self):
        return {"filters": self.filters, "strides": self.strides} | super().get_config()
