"""Wrong idea: a negative axis that means axis 0 is not refused at build; style: ops.moments, list of axes."""

from __future__ import annotations

from collections.abc import Sequence

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        axes = [axis] if isinstance(axis, int) else list(axis)
        if any(a == 0 for a in axes):
            raise ValueError(f"axis={axis}: axis 0 is the batch and must not be normalised")
        if epsilon <= 0:
            raise ValueError(f"epsilon={epsilon} must be a positive number")
        self.axis = axis
        self.epsilon = epsilon
        self._axes = axes

    def build(self, input_shape) -> None:
        rank = len(input_shape)
        positive = {a + rank if a < 0 else a for a in self._axes}
        self._sorted = sorted(positive)
        sizes = [input_shape[a] for a in self._sorted]
        self.gamma = self.add_weight(name="gamma", shape=sizes, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=sizes, initializer="zeros")
        self._broadcast = [input_shape[a] if a in positive else 1 for a in range(rank)]

    def call(self, inputs):
        mean, variance = ops.moments(inputs, axes=self._sorted, keepdims=True)
        centred = inputs - mean
        scaled = centred / ops.sqrt(variance + self.epsilon)
        return scaled * ops.reshape(self.gamma, self._broadcast) + ops.reshape(self.beta, self._broadcast)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["axis"] = self.axis
        config["epsilon"] = self.epsilon
        return config
