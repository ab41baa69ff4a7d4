"""Wrong idea: sub-layers have names of the student's own; style: German-like short names, list of layers, ops.add."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or isinstance(units, bool) or units < 1:
            raise ValueError(f"units must be an integer >= 1, got {units!r}")
        self.units = units
        self.hidden = keras.layers.Dense(units, activation="relu", dtype=self.dtype_policy)
        self.linear = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.projection = None

    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.linear.build(self.hidden.compute_output_shape(input_shape))
        if input_shape[-1] != self.units:
            self.projection = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.projection.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        skip = inputs if self.projection is None else self.projection(inputs)
        return ops.relu(ops.add(skip, self.linear(self.hidden(inputs))))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        for key, val in dict(filters=filters, strides=strides).items():
            if not isinstance(val, int) or isinstance(val, bool) or val < 1:
                raise ValueError(f"{key} must be an integer >= 1, got {val!r}")
        self.filters = filters
        self.strides = strides
        policy = self.dtype_policy
        Conv, Norm = keras.layers.Conv2D, keras.layers.BatchNormalization
        self.convs = [
            Conv(filters, 3, strides=strides, padding="same", use_bias=False, dtype=policy),
            Conv(filters, 3, strides=1, padding="same", use_bias=False, dtype=policy),
        ]
        self.norms = [Norm(dtype=policy), Norm(dtype=policy)]
        self.projection = []

    def build(self, input_shape):
        shape = input_shape
        for conv, norm in zip(self.convs, self.norms):
            conv.build(shape)
            shape = conv.compute_output_shape(shape)
            norm.build(shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            conv = keras.layers.Conv2D(
                self.filters, 1, strides=self.strides, padding="same", use_bias=False, dtype=self.dtype_policy
            )
            norm = keras.layers.BatchNormalization(dtype=self.dtype_policy)
            conv.build(input_shape)
            norm.build(shape)
            self.projection = [conv, norm]
        super().build(input_shape)

    def call(self, inputs, training=False):
        x = ops.relu(self.norms[0](self.convs[0](inputs), training=training))
        x = self.norms[1](self.convs[1](x), training=training)
        skip = inputs
        if self.projection:
            conv, norm = self.projection
            skip = norm(conv(skip), training=training)
        return ops.relu(ops.add(skip, x))

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
