"""Wrong idea: divided by the variance itself; style: gain and offset form (one multiplication, one addition)."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon
        if self.epsilon <= 0:
            raise ValueError(f"epsilon={epsilon}: a positive number is needed")
        if 0 in self._axes():
            raise ValueError(f"axis={axis}: axis 0 is for the examples")

    def _axes(self):
        return [self.axis] if isinstance(self.axis, int) else list(self.axis)

    def build(self, input_shape):
        rank = len(input_shape)
        self.normalised = sorted({a % rank for a in self._axes()})
        if 0 in self.normalised:
            raise ValueError(f"axis={self.axis} is axis 0 when the rank is {rank}")
        shape = [input_shape[a] for a in self.normalised]
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones", trainable=True)
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros", trainable=True)
        self.full = [1] * rank
        for a, size in zip(self.normalised, shape):
            self.full[a] = size

    def call(self, inputs):
        inputs = ops.cast(inputs, self.compute_dtype)
        mean, variance = ops.moments(inputs, axes=self.normalised, keepdims=True)
        # y = gamma * (x - mean) / v + beta = gain * x + offset
        gain = ops.reshape(self.gamma, self.full) * ops.reciprocal(variance + self.epsilon)
        offset = ops.reshape(self.beta, self.full) - mean * gain
        return inputs * gain + offset

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"axis": self.axis, "epsilon": self.epsilon}
        config.update(super().get_config())
        return config
