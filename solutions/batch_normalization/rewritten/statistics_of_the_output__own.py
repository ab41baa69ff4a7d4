"""Wrong idea: moving statistics are measured on the normalised values; style: tf.reduce_mean, update at the end."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    """Batch norm with running averages for inference."""

    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        if not (momentum >= 0 and momentum <= 1):
            raise ValueError(f"Bad momentum {momentum}: it must be from 0 to 1")
        if not epsilon > 0:
            raise ValueError(f"Bad epsilon {epsilon}: it must be greater than 0")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        shape = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer=keras.initializers.Ones())
        self.beta = self.add_weight(name="beta", shape=shape, initializer=keras.initializers.Zeros())
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=shape, initializer=keras.initializers.Zeros(), trainable=False
        )
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=shape, initializer=keras.initializers.Ones(), trainable=False
        )

    def _statistics(self, x):
        rank = len(x.shape)
        axes = list(range(rank))
        axes.remove(self.axis % rank)
        mean = tf.reduce_mean(x, axis=axes, keepdims=True)
        variance = tf.reduce_mean(tf.math.squared_difference(x, mean), axis=axes, keepdims=True)
        return mean, variance

    def call(self, inputs, training: bool = False):
        shape = [1] * len(inputs.shape)
        shape[self.axis] = -1
        learning = training and self.trainable

        if learning:
            mean, variance = self._statistics(inputs)
        else:
            mean = tf.reshape(self.moving_mean, shape)
            variance = tf.reshape(self.moving_variance, shape)

        normalized = (inputs - mean) / tf.sqrt(variance + self.epsilon)

        if learning:
            # remember the statistics for inference
            mean, variance = self._statistics(normalized)
            keep = self.momentum
            self.moving_mean.assign(keep * self.moving_mean + (1 - keep) * tf.reshape(mean, [-1]))
            self.moving_variance.assign(keep * self.moving_variance + (1 - keep) * tf.reshape(variance, [-1]))

        return normalized * tf.reshape(self.gamma, shape) + tf.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return super().get_config() | dict(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
