"""Wrong idea: shortcut and branch are averaged; style: keras Average layer for dense, stack and mean for conv."""
import keras
from keras import ops


def _at_least_one(value, what):
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{what} must be an int, got {value!r}")
    if value < 1:
        raise ValueError(f"{what} must be at least 1, got {value}")


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        _at_least_one(units, "units")
        self.units = units
        # the two paths meet here; an average keeps the scale from growing block after block
        self.join = keras.layers.Average(dtype=self.dtype_policy)
        self.dense1 = keras.layers.Dense(units, activation=ops.relu, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        n_in = input_shape[-1]
        if n_in != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        super().build(input_shape)

    def call(self, inputs):
        skip = inputs if self.shortcut is None else self.shortcut(inputs)
        return ops.relu(self.join([skip, self.dense2(self.dense1(inputs))]))

    def get_config(self):
        c = super().get_config()
        c["units"] = self.units
        return c


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        _at_least_one(filters, "filters")
        _at_least_one(strides, "strides")
        self.filters = filters
        self.strides = strides

        def conv(kernel, step):
            return keras.layers.Conv2D(
                filters, kernel, strides=step, padding="same", use_bias=False, dtype=self.dtype_policy
            )

        self.conv1, self.conv2 = conv(3, strides), conv(3, 1)
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None
        self._new_projection = lambda: (conv(1, strides), keras.layers.BatchNormalization(dtype=self.dtype_policy))

    def build(self, input_shape):
        self.conv1.build(input_shape)
        small = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(small)
        self.conv2.build(small)
        self.bn2.build(small)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut, self.shortcut_bn = self._new_projection()
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(small)
        super().build(input_shape)

    def call(self, inputs, training=False):
        paths = [inputs]
        if self.shortcut is not None:
            paths = [self.shortcut_bn(self.shortcut(inputs), training=training)]
        y = ops.relu(self.bn1(self.conv1(inputs), training=training))
        paths.append(self.bn2(self.conv2(y), training=training))
        return ops.relu(ops.mean(ops.stack(paths, axis=0), axis=0))

    def get_config(self):
        c = super().get_config()
        c["filters"] = self.filters
        c["strides"] = self.strides
        return c
