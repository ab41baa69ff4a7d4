"""Epsilon outside root and shift before scale, written in the style of the alternative `features_last`."""

import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        axes = [axis] if isinstance(axis, int) else list(axis)
        if 0 in axes:
            raise ValueError(f"axis must not be 0, got {axis}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive, got {epsilon}")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        self.axes = tuple(sorted(a % rank for a in axes))
        if 0 in self.axes:
            raise ValueError(f"axis {self.axis} is the batch axis")
        shape = [input_shape[a] for a in self.axes]
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")

    def call(self, inputs):
        rank = len(inputs.shape)
        others = [a for a in range(rank) if a not in self.axes]
        order = others + list(self.axes)
        moved = ops.transpose(inputs, order)
        size = math.prod(inputs.shape[a] for a in self.axes)
        flat = ops.reshape(moved, (-1, size))
        centered = flat - ops.mean(flat, axis=1, keepdims=True)
        std = ops.sqrt(ops.mean(ops.square(centered), axis=1, keepdims=True)) + self.epsilon
        flat = (centered / std + ops.reshape(self.beta, (size,))) * ops.reshape(self.gamma, (size,))
        moved = ops.reshape(flat, ops.shape(moved))
        return ops.transpose(moved, [order.index(a) for a in range(rank)])

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
