"""Wrong idea: both layers of the branch are one and the same; style: layers made in build, loop running the layer twice."""
import keras
from keras import ops


def _int(name, n):
    if not isinstance(n, int) or n < 1 or n is True:
        raise ValueError(f"{name}: {n!r} is not an integer >= 1")
    return n


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = _int("units", units)
        self.dense1 = self.dense2 = self._dense()
        self.shortcut = None

    def _dense(self, **kw):
        return keras.layers.Dense(self.units, dtype=self.dtype_policy, **kw)

    def build(self, input_shape):
        if input_shape[-1] != self.units:
            self.shortcut = self._dense(use_bias=False)
            self.shortcut.build(input_shape)
            # other width: the second one cannot be the same layer here
            self.dense2 = self._dense()
            self.dense2.build((*input_shape[:-1], self.units))
        self.dense1.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        h = self.dense2(ops.relu(self.dense1(inputs)))
        return ops.relu(h + (self.shortcut(inputs) if self.shortcut is not None else inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = _int("filters", filters)
        self.strides = _int("strides", strides)
        self.bn1 = self._norm()
        self.bn2 = self._norm()
        self.conv1 = self._conv(3, strides)
        self.conv2 = self.conv1
        self.shortcut = self.shortcut_bn = None

    def _norm(self):
        return keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def _conv(self, size, strides):
        return keras.layers.Conv2D(
            self.filters, size, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.conv2 = self._conv(3, 1)
            self.conv2.build(out)
            self.shortcut, self.shortcut_bn = self._conv(1, self.strides), self._norm()
            self.shortcut.build(input_shape)
            self.shortcut_bn.build(out)
        self.bn1.build(out)
        self.bn2.build(out)
        super().build(input_shape)

    def call(self, inputs, training=False):
        h = self.conv1(inputs)
        h = self.conv2(ops.relu(self.bn1(h, training=training)))
        h = self.bn2(h, training=training)
        s = inputs if self.shortcut is None else self.shortcut_bn(self.shortcut(inputs), training=training)
        return ops.relu(h + s)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
