"""Wrong idea: one gamma and one beta number for the layer; style: weights in the constructor, since no shape is needed."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = (axis,) if isinstance(axis, int) else tuple(axis)
        self.epsilon = epsilon
        if 0 in self.axis:
            raise ValueError(f"axis = {axis} contains 0")
        if epsilon <= 0:
            raise ValueError(f"epsilon = {epsilon} is not positive")
        # how large and where the normalised values shall be
        self.gamma = self.add_weight(name="gamma", shape=(), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(), initializer="zeros")

    def build(self, input_shape):
        rank = len(input_shape)
        for a in self.axis:
            if a % rank == 0:
                raise ValueError(f"axis = {a} is the axis of the examples")
        self.reduce = tuple(sorted({a % rank for a in self.axis}))

    def call(self, inputs):
        x = ops.cast(inputs, self.compute_dtype)
        m = ops.mean(x, axis=self.reduce, keepdims=True)
        v = ops.mean(ops.square(x - m), axis=self.reduce, keepdims=True)
        return self.gamma * (x - m) / ops.sqrt(v + self.epsilon) + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": list(self.axis), "epsilon": self.epsilon})
        return config
