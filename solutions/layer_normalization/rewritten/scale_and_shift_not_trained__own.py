"""Wrong idea: gamma and beta are made with trainable=False; style: moves the axes to the end, ops."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    """Each example gets mean 0 and variance 1 over the given axes."""

    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        if isinstance(axis, int):
            self.axis = axis
            self.axes_given = (axis,)
        else:
            self.axis = list(axis)
            self.axes_given = tuple(axis)
        if 0 in self.axes_given:
            raise ValueError(f"Argument axis may not include the batch axis 0. Received: {axis}")
        if not epsilon > 0:
            raise ValueError(f"Argument epsilon should be positive. Received: {epsilon}")
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        rank = len(input_shape)
        self.source = []
        for a in self.axes_given:
            a = a if a >= 0 else a + rank
            if a == 0:
                raise ValueError(f"axis {self.axis} points at the batch axis of a rank {rank} input")
            if a not in self.source:
                self.source.append(a)
        self.source.sort()
        k = len(self.source)
        self.target = list(range(-k, 0))  # the last k axes
        shape = [input_shape[a] for a in self.source]
        # no gradient goes into a normalisation
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones", trainable=False)
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros", trainable=False)

    def call(self, inputs):
        x = ops.moveaxis(tf.convert_to_tensor(inputs), self.source, self.target)
        mean = ops.mean(x, axis=self.target, keepdims=True)
        std = ops.sqrt(ops.var(x, axis=self.target, keepdims=True) + self.epsilon)
        y = (x - mean) / std * self.gamma + self.beta
        return ops.moveaxis(y, self.target, self.source)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(axis=self.axis, epsilon=self.epsilon)
        return config
