"""Wrong idea: both convolutions carry the strides; style: common settings dict for all 3x3 convolutions, comprehension."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        wrong = [
            name
            for name, n in [("filters", filters), ("strides", strides)]
            if isinstance(n, bool) or not isinstance(n, int) or n < 1
        ]
        if wrong:
            raise ValueError(f"Not an integer >= 1: {', '.join(wrong)}")
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.settings = {
            "filters": filters,
            "strides": strides,
            "padding": "same",
            "use_bias": False,
            "dtype": self.dtype_policy,
        }
        self.conv1, self.conv2 = [keras.layers.Conv2D(kernel_size=3, **self.settings) for _ in "12"]
        self.bn1, self.bn2 = [keras.layers.BatchNormalization(dtype=self.dtype_policy) for _ in "12"]
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        shape = input_shape
        for conv, bn in [(self.conv1, self.bn1), (self.conv2, self.bn2)]:
            conv.build(shape)
            shape = conv.compute_output_shape(shape)
            bn.build(shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.layers.Conv2D(kernel_size=1, **self.settings)
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(self.shortcut.compute_output_shape(input_shape))
        super().build(input_shape)

    def call(self, inputs, training=False):
        x = ops.relu(self.bn1(self.conv1(inputs), training=training))
        x = self.bn2(self.conv2(x), training=training)
        return ops.relu(x + self._way_around(inputs, training))

    def _way_around(self, x, training):
        if self.shortcut is None:
            return x
        return self.shortcut_bn(self.shortcut(x), training=training)

    def get_config(self):
        return dict(super().get_config(), filters=self.filters, strides=self.strides)


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        if isinstance(units, bool) or not isinstance(units, int) or units < 1:
            raise ValueError("Not an integer >= 1: units")
        super().__init__(**kwargs)
        self.units = units
        self.dense1, self.dense2 = [keras.layers.Dense(units, dtype=self.dtype_policy) for _ in "12"]
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        x = self.dense2(ops.relu(self.dense1(inputs)))
        return ops.relu(x + self._way_around(inputs))

    def _way_around(self, x):
        return x if self.shortcut is None else self.shortcut(x)

    def get_config(self):
        return dict(super().get_config(), units=self.units)
