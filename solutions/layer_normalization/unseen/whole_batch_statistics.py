"""Wrong idea: one mean and one variance over the whole batch; style: ops.mean without axis, expand_dims for the weights."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.axes = [axis] if isinstance(axis, int) else list(axis)
        self.epsilon = epsilon
        if self.axes.count(0):
            raise ValueError("0 in axis is not possible")
        if self.epsilon <= 0:
            raise ValueError("epsilon <= 0 is not possible")

    def build(self, input_shape):
        rank = len(input_shape)
        positive = {rank + a if a < 0 else a for a in self.axes}
        if 0 in positive:
            raise ValueError("axis cannot be the axis of the examples")
        self.free = [i for i in range(rank) if i not in positive]
        shape = [input_shape[i] for i in sorted(positive)]
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")

    def call(self, inputs):
        inputs = ops.cast(inputs, self.compute_dtype)
        mu = ops.mean(inputs)
        sigma2 = ops.mean((inputs - mu) ** 2)
        scale, shift = ops.expand_dims(self.gamma, self.free), ops.expand_dims(self.beta, self.free)
        return scale * ((inputs - mu) / ops.sqrt(sigma2 + self.epsilon)) + shift

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
