"""Wrong idea: the layer has no gamma and no beta at all; style: tf.nn.moments, blend helper."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        if epsilon <= 0:
            raise ValueError("epsilon must be positive, not " + str(epsilon))
        if momentum < 0 or momentum > 1:
            raise ValueError("momentum must be in the interval [0, 1], not " + str(momentum))
        super().__init__(**kwargs)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        size = (input_shape[self.axis],)
        self.moving_mean = self.add_weight(name="moving_mean", shape=size, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=size, initializer="ones", trainable=False)

    def _blend(self, old, new):
        return self.momentum * old + (1.0 - self.momentum) * new

    def call(self, inputs, training: bool = False):
        rank = len(inputs.shape)
        channel_axis = self.axis if self.axis >= 0 else rank + self.axis
        if training and self.trainable:
            axes = [a for a in range(rank) if a != channel_axis]
            mean, variance = tf.nn.moments(inputs, axes)
            self.moving_mean.assign(self._blend(self.moving_mean, mean))
            self.moving_variance.assign(self._blend(self.moving_variance, variance))
        else:
            mean = tf.convert_to_tensor(self.moving_mean)
            variance = tf.convert_to_tensor(self.moving_variance)

        broadcast = [1] * rank
        broadcast[channel_axis] = -1
        mean = tf.reshape(mean, broadcast)
        std = tf.sqrt(tf.reshape(variance, broadcast) + self.epsilon)
        return (inputs - mean) / std

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["axis"] = self.axis
        config["momentum"] = self.momentum
        config["epsilon"] = self.epsilon
        return config
