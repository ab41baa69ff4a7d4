"""Wrong idea: strides is missing in the config; style: Keras-like messages, training through Keras, literal dict config."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                "Received an invalid value for `units`, expected a positive integer. "
                f"Received: units={units!r}"
            )
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((None, self.units))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        shortcut = inputs if self.shortcut is None else self.shortcut(inputs)
        return ops.relu(shortcut + self.dense2(ops.relu(self.dense1(inputs))))

    def get_config(self):
        base_config = super().get_config()
        config = {"units": self.units}
        return {**base_config, **config}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(
                "Received an invalid value for `filters`, expected a positive integer. "
                f"Received: filters={filters!r}"
            )
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(
                "Received an invalid value for `strides`, expected a positive integer. "
                f"Received: strides={strides!r}"
            )
        self.filters = filters
        self.strides = strides
        self.conv1 = keras.layers.Conv2D(
            filters, 3, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
        )
        self.bn1 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=self.dtype_policy)
        self.bn2 = keras.layers.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        hidden_shape = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(hidden_shape)
        self.conv2.build(hidden_shape)
        self.bn2.build(hidden_shape)
        if input_shape[-1] != self.filters or self.strides != 1:
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(hidden_shape)
        super().build(input_shape)

    def call(self, inputs, training=None):
        x = self.conv1(inputs)
        x = self.bn1(x, training=training)
        x = ops.relu(x)
        x = self.conv2(x)
        x = self.bn2(x, training=training)
        if self.shortcut is None:
            shortcut = inputs
        else:
            shortcut = self.shortcut_bn(self.shortcut(inputs), training=training)
        return ops.relu(shortcut + x)

    def get_config(self):
        base_config = super().get_config()
        config = {"filters": self.filters}
        return {**base_config, **config}
