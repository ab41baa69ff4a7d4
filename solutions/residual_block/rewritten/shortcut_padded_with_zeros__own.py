"""Wrong idea: where the shapes differ the input is subsampled and cut or zero-padded (option A), without weights; style: a fit_to function shared by both blocks."""
import keras
from keras import ops


def fit_to(x, channels):
    """cut off or fill up the last axis of x"""
    have = x.shape[-1]
    if have >= channels:
        return x[..., :channels]
    padding = [(0, 0)] * (len(x.shape) - 1) + [(0, channels - have)]
    return ops.pad(x, padding)


def must_be_size(**arguments):
    for name, value in arguments.items():
        if not isinstance(value, int) or value <= 0:
            raise ValueError(f"{name} should be 1, 2, 3, ... and not {value}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        must_be_size(units=units)
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))

    def call(self, inputs):
        f = self.dense2(ops.relu(self.dense1(inputs)))
        return ops.relu(fit_to(inputs, self.units) + f)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        must_be_size(filters=filters, strides=strides)
        self.filters = filters
        self.strides = strides
        same = {"padding": "same", "use_bias": False, "dtype": self.dtype_policy}
        self.conv1 = keras.layers.Conv2D(filters, 3, strides=strides, **same)
        self.conv2 = keras.layers.Conv2D(filters, 3, **same)
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(shape)
        self.conv2.build(shape)
        self.bn2.build(shape)

    def call(self, inputs, training=False):
        f = ops.relu(self.bn1(self.conv1(inputs), training=training))
        f = self.bn2(self.conv2(f), training=training)
        # every second pixel is enough for the shortcut if strides is 2
        x = inputs[:, :: self.strides, :: self.strides, :]
        return ops.relu(fit_to(x, self.filters) + f)

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["strides"] = self.strides
        return config
