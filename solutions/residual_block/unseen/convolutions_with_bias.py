"""Wrong idea: the branch's convolutions have a bias; style: separate make_conv function, nested expression, tf.add."""
import keras
import tensorflow as tf

L = keras.layers


def make_conv(block, size, strides=1, **more):
    return L.Conv2D(block.filters, (size, size), strides=strides, padding="same", dtype=block.dtype_policy, **more)


def require(condition, message):
    if not condition:
        raise ValueError(message)


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(L.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        require(type(filters) is int and filters >= 1, "filters must be an integer >= 1")
        require(type(strides) is int and strides >= 1, "strides must be an integer >= 1")
        super().__init__(**kwargs)
        self.filters = filters
        self.strides = strides
        self.conv1 = make_conv(self, 3, strides, kernel_initializer="he_normal", bias_initializer="zeros")
        self.bn1 = L.BatchNormalization(dtype=self.dtype_policy)
        self.conv2 = make_conv(self, 3, kernel_initializer="he_normal", bias_initializer="zeros")
        self.bn2 = L.BatchNormalization(dtype=self.dtype_policy)
        self.shortcut = None
        self.shortcut_bn = None

    def build(self, input_shape):
        self.conv1.build(input_shape)
        s = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(s), self.conv2.build(s), self.bn2.build(s)
        if self.strides != 1 or self.filters != input_shape[-1]:
            self.shortcut = make_conv(self, 1, self.strides, use_bias=False)
            self.shortcut.build(input_shape)
            self.shortcut_bn = L.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(s)
        self.built = True

    def call(self, inputs, training=False):
        if self.shortcut is None:
            way = inputs
        else:
            way = self.shortcut_bn(self.shortcut(inputs), training=training)
        f = self.bn2(
            self.conv2(tf.nn.relu(self.bn1(self.conv1(inputs), training=training))),
            training=training,
        )
        return tf.nn.relu(tf.add(way, f))

    def get_config(self):
        config = super().get_config()
        config.update({"filters": self.filters, "strides": self.strides})
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(L.Layer):
    def __init__(self, units, **kwargs):
        require(type(units) is int and units >= 1, "units must be an integer >= 1")
        super().__init__(**kwargs)
        self.units = units
        self.dense1 = L.Dense(units, "relu", kernel_initializer="he_normal", dtype=self.dtype_policy)
        self.dense2 = L.Dense(units, kernel_initializer="he_normal", dtype=self.dtype_policy)
        self.shortcut = None

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build(self.dense1.compute_output_shape(input_shape))
        if self.units != input_shape[-1]:
            self.shortcut = L.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.built = True

    def call(self, inputs):
        way = inputs if self.shortcut is None else self.shortcut(inputs)
        return tf.nn.relu(tf.add(way, self.dense2(self.dense1(inputs))))

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config
