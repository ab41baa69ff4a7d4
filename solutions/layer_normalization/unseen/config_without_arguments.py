"""Wrong idea: get_config leaves out axis and epsilon; style: private attributes, einsum-free, helper method for broadcasting."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self._axis = [axis] if isinstance(axis, int) else [int(a) for a in axis]
        self._eps = epsilon
        if 0 in self._axis:
            raise ValueError(f"`axis`: 0 is not allowed, got {axis}.")
        if self._eps <= 0:
            raise ValueError(f"`epsilon` must be positive, got {epsilon}.")

    def get_config(self):
        # gamma and beta are weights, they are saved by keras anyway; the rest comes from the base class
        config = super().get_config()
        config["name"] = self.name
        config["trainable"] = self.trainable
        return config

    def compute_output_shape(self, input_shape):
        return input_shape

    def build(self, input_shape):
        rank = len(input_shape)
        self._over = tuple(sorted(set(range(rank)[a] for a in self._axis)))
        if 0 in self._over:
            raise ValueError("`axis` contains the axis of the examples.")
        dims = [input_shape[a] for a in self._over]
        self.gamma = self.add_weight(name="gamma", shape=dims, initializer=keras.initializers.Ones())
        self.beta = self.add_weight(name="beta", shape=dims, initializer=keras.initializers.Zeros())
        self._missing = tuple(i for i in range(rank) if i not in self._over)

    def _line_up(self, weight):
        """Put an axis of size 1 wherever there is no normalisation."""
        return ops.expand_dims(weight, self._missing)

    def call(self, inputs):
        inputs = ops.cast(inputs, self.compute_dtype)
        mean = ops.mean(inputs, self._over, keepdims=True)
        var = ops.var(inputs, self._over, keepdims=True)
        return self._line_up(self.gamma) * ((inputs - mean) / ops.sqrt(var + self._eps)) + self._line_up(self.beta)
