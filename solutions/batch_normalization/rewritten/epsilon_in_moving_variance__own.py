"""Wrong idea: epsilon is added to the variance before it is stored; style: two methods for the two modes, ops."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        for wrong, text in (
            (not 0 <= momentum <= 1, f"momentum should be in [0, 1]: {momentum}"),
            (not epsilon > 0, f"epsilon should be above 0: {epsilon}"),
        ):
            if wrong:
                raise ValueError(text)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        rank = len(input_shape)
        channel = self.axis % rank
        self.reduced = tuple(i for i in range(rank) if i != channel)
        self.lined_up = tuple(input_shape[channel] if i == channel else 1 for i in range(rank))
        c = input_shape[channel]
        self.gamma = self.add_weight(shape=(c,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(c,), initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=(c,), initializer="zeros", name="moving_mean", trainable=False)
        self.moving_variance = self.add_weight(shape=(c,), initializer="ones", name="moving_variance", trainable=False)

    def _train(self, x):
        mean, variance = ops.moments(x, axes=self.reduced)
        variance = variance + self.epsilon  # never 0
        m = self.momentum
        self.moving_mean.assign(m * self.moving_mean + (1 - m) * mean)
        self.moving_variance.assign(m * self.moving_variance + (1 - m) * variance)
        return self._normalize(x, mean, ops.sqrt(variance))

    def _infer(self, x):
        return self._normalize(x, self.moving_mean, ops.sqrt(self.moving_variance + self.epsilon))

    def _normalize(self, x, mean, deviation):
        mean, deviation, gamma, beta = (
            ops.reshape(v, self.lined_up) for v in (mean, deviation, self.gamma, self.beta)
        )
        return (x - mean) / deviation * gamma + beta

    def call(self, inputs, training: bool = False):
        return self._train(inputs) if training and self.trainable else self._infer(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {
            "axis": self.axis,
            "momentum": self.momentum,
            "epsilon": self.epsilon,
            **super().get_config(),
        }
