"""Wrong idea: the formula uses a fixed 1e-3, not the constructor's epsilon; style: tf, rsqrt, helper functions."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import tensorflow as tf


def _as_tuple(axis):
    return (axis,) if isinstance(axis, int) else tuple(int(a) for a in axis)


def _require(condition, message):
    if not condition:
        raise ValueError(message)


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        _require(0 not in _as_tuple(axis), f"axis must not be (or contain) 0: {axis}")
        _require(epsilon > 0, f"epsilon must be > 0: {epsilon}")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        ndim = len(input_shape)
        axes = sorted({a % ndim for a in _as_tuple(self.axis)})
        _require(0 not in axes, f"axis {self.axis} is the batch axis for an input with {ndim} axes")
        self.reduction_axes = axes
        self.param_shape = [1] * ndim
        for a in axes:
            self.param_shape[a] = input_shape[a]
        shape = tuple(input_shape[a] for a in axes)
        self.gamma = self.add_weight(shape=shape, initializer="ones", trainable=True, name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", trainable=True, name="beta")

    def call(self, inputs):
        mu = tf.reduce_mean(inputs, axis=self.reduction_axes, keepdims=True)
        delta = inputs - mu
        sigma2 = tf.reduce_mean(delta * delta, axis=self.reduction_axes, keepdims=True)
        # the small number keeps us from dividing by zero
        unit = delta * tf.math.rsqrt(sigma2 + 1e-3)
        gamma = tf.reshape(self.gamma, self.param_shape)
        beta = tf.reshape(self.beta, self.param_shape)
        return gamma * unit + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        axis = self.axis if isinstance(self.axis, int) else list(self.axis)
        return {**super().get_config(), "axis": axis, "epsilon": self.epsilon}
