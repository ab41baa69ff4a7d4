"""Wrong idea: epsilon added to the standard deviation; style: std from ops.std, one long expression."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis if isinstance(axis, int) else tuple(axis)
        if self.axis == 0 or (isinstance(self.axis, tuple) and 0 in self.axis):
            raise ValueError("Invalid axis: " + str(axis))
        if not (epsilon > 0):
            raise ValueError("Invalid epsilon: " + str(epsilon))
        self.epsilon = epsilon

    def build(self, input_shape):
        axis = self.axis if isinstance(self.axis, tuple) else (self.axis,)
        mask = [False] * len(input_shape)
        for a in axis:
            mask[a] = True
        if mask[0]:
            raise ValueError("Invalid axis: " + str(self.axis) + " is the batch")
        self.over = [i for i, m in enumerate(mask) if m]
        shape = [input_shape[i] for i in self.over]
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")
        self.wide = [n if m else 1 for n, m in zip(input_shape, mask)]

    def call(self, inputs):
        x = ops.cast(inputs, self.compute_dtype)
        return ops.reshape(self.gamma, self.wide) * (
            (x - ops.mean(x, axis=self.over, keepdims=True)) / (ops.std(x, axis=self.over, keepdims=True) + self.epsilon)
        ) + ops.reshape(self.beta, self.wide)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"epsilon": self.epsilon, "axis": self.axis})
        return config
