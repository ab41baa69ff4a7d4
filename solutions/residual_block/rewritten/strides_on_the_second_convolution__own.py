"""Wrong idea: conv2 carries the strides, conv1 none; style: sub-layers made in build by local factories."""
import keras

relu = keras.activations.relu


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(units, int) and units > 0):
            raise ValueError(f"Expected a positive integer for `units`, received {units}")
        self.units = units

    def build(self, input_shape):
        def dense(shape, **options):
            layer = keras.layers.Dense(self.units, dtype=self.dtype_policy, **options)
            layer.build(shape)
            return layer

        self.dense1 = dense(input_shape)
        self.dense2 = dense((*input_shape[:-1], self.units))
        self.shortcut = None if input_shape[-1] == self.units else dense(input_shape, use_bias=False)

    def call(self, inputs):
        way_round = inputs if self.shortcut is None else self.shortcut(inputs)
        way_through = self.dense2(relu(self.dense1(inputs)))
        return relu(way_round + way_through)

    def get_config(self):
        return super().get_config() | {"units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(filters, int) and filters > 0):
            raise ValueError(f"Expected a positive integer for `filters`, received {filters}")
        if not (isinstance(strides, int) and strides > 0):
            raise ValueError(f"Expected a positive integer for `strides`, received {strides}")
        self.filters = filters
        self.strides = strides

    def build(self, input_shape):
        def conv(size, strides, shape):
            layer = keras.layers.Conv2D(
                self.filters, size, strides=strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            layer.build(shape)
            return layer, layer.compute_output_shape(shape)

        def bn(shape):
            layer = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            layer.build(shape)
            return layer

        self.conv1, middle = conv(3, 1, input_shape)
        self.bn1 = bn(middle)
        self.conv2, end = conv(3, self.strides, middle)
        self.bn2 = bn(end)
        self.shortcut = None
        self.shortcut_bn = None
        if end[1:] != tuple(input_shape[1:]) or self.strides != 1:
            self.shortcut, _ = conv(1, self.strides, input_shape)
            self.shortcut_bn = bn(end)

    def call(self, inputs, training=False):
        way_round = inputs
        if self.shortcut is not None:
            way_round = self.shortcut_bn(self.shortcut(inputs), training=training)
        way_through = self.bn1(self.conv1(inputs), training=training)
        way_through = self.bn2(self.conv2(relu(way_through)), training=training)
        return relu(way_round + way_through)

    def get_config(self):
        return super().get_config() | {"filters": self.filters, "strides": self.strides}
