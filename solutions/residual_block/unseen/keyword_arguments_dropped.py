"""Wrong idea: keyword arguments are lost before the base class; style: one base class for both blocks with hooks."""
import keras
from keras import ops


class _Residual(keras.layers.Layer):
    """What both blocks have in common."""

    def __init__(self, sizes, **kwargs):
        for name, value in sizes.items():
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise ValueError(f"`{name}` must be an integer >= 1: {value!r}")
        super().__init__()
        for name, value in sizes.items():
            setattr(self, name, value)
        self._size_names = tuple(sizes)
        self.shortcut = None

    def get_config(self):
        return {**super().get_config(), **{name: getattr(self, name) for name in self._size_names}}


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(_Residual):
    def __init__(self, units, **kwargs):
        super().__init__({"units": units}, **kwargs)
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        out = self.dense2(ops.relu(self.dense1(inputs)))
        out += inputs if self.shortcut is None else self.shortcut(inputs)
        return ops.relu(out)


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(_Residual):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__({"filters": filters, "strides": strides}, **kwargs)
        self.shortcut_bn = None
        self.conv1 = self.conv(3, strides)
        self.bn1 = self.norm()
        self.conv2 = self.conv(3, 1)
        self.bn2 = self.norm()

    def conv(self, kernel_size, strides):
        return keras.layers.Conv2D(
            filters=self.filters,
            kernel_size=kernel_size,
            strides=strides,
            padding="same",
            use_bias=False,
            dtype=self.dtype_policy,
        )

    def norm(self):
        return keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv1.build(input_shape)
        mid = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(mid)
        self.conv2.build(mid)
        self.bn2.build(mid)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut, self.shortcut_bn = self.conv(1, self.strides), self.norm()
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(mid)
        super().build(input_shape)

    def call(self, inputs, training=False):
        out = ops.relu(self.bn1(self.conv1(inputs), training=training))
        out = self.bn2(self.conv2(out), training=training)
        if self.shortcut is None:
            out += inputs
        else:
            out += self.shortcut_bn(self.shortcut(inputs), training=training)
        return ops.relu(out)
