"""Wrong idea: the ReLU after the sum is missing; style: keras.activations.relu, branch built as list of callables."""
import keras

relu = keras.activations.relu


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(units, int) and units >= 1):
            raise ValueError(f"Invalid units: {units!r}")
        self.units = units
        self.shortcut = None
        self.dense1, self.dense2 = (keras.layers.Dense(units, dtype=self.dtype_policy) for _ in range(2))

    def build(self, input_shape):
        if self.units != input_shape[-1]:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        self.dense1.build(input_shape)
        self.dense2.build((input_shape[0], self.units))
        super().build(input_shape)

    def call(self, inputs):
        y = inputs
        for step in (self.dense1, relu, self.dense2):
            y = step(y)
        if self.shortcut is None:
            return y + inputs
        return y + self.shortcut(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(filters, int) and filters >= 1):
            raise ValueError(f"Invalid filters: {filters!r}")
        if not (isinstance(strides, int) and strides >= 1):
            raise ValueError(f"Invalid strides: {strides!r}")
        self.filters = filters
        self.strides = strides
        self.shortcut = None
        self.shortcut_bn = None
        settings = {"padding": "same", "use_bias": False, "dtype": self.dtype_policy}
        self.conv1 = keras.layers.Conv2D(filters, 3, strides=strides, **settings)
        self.conv2 = keras.layers.Conv2D(filters, 3, **settings)
        self.bn1, self.bn2 = (keras.layers.BatchNormalization(dtype=self.dtype_policy) for _ in range(2))

    def build(self, input_shape):
        self.conv1.build(input_shape)
        out = self.conv1.compute_output_shape(input_shape)
        self.bn1.build(out)
        self.conv2.build(out)
        self.bn2.build(out)
        if self.strides != 1 or self.filters != input_shape[-1]:
            self.shortcut = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            self.shortcut_bn.build(out)
        super().build(input_shape)

    def call(self, inputs, training=False):
        def norm(bn):
            return lambda t: bn(t, training=training)

        y = inputs
        for step in (self.conv1, norm(self.bn1), relu, self.conv2, norm(self.bn2)):
            y = step(y)
        if self.shortcut is None:
            return y + inputs
        return y + norm(self.shortcut_bn)(self.shortcut(inputs))

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
