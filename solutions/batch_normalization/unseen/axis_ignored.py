"""Wrong idea: the channels are always the last axis; style: tf.nn.moments, everything lined up by broadcasting."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        if momentum < 0.0 or momentum > 1.0:
            raise ValueError("momentum has to be between 0 and 1, but is " + str(momentum))
        if epsilon <= 0:
            raise ValueError("epsilon has to be positive, but is " + str(epsilon))
        super().__init__(**kwargs)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        *self.batch_dims, c = input_shape  # everything before the channels is "batch"
        for name, init, learn in [
            ("gamma", "ones", True),
            ("beta", "zeros", True),
            ("moving_mean", "zeros", False),
            ("moving_variance", "ones", False),
        ]:
            setattr(self, name, self.add_weight(shape=(c,), initializer=init, trainable=learn, name=name))

    def call(self, inputs, training: bool = False):
        x = tf.cast(inputs, self.compute_dtype)
        gamma = tf.cast(self.gamma, x.dtype)
        beta = tf.cast(self.beta, x.dtype)
        if not training or not self.trainable:
            mean, var = tf.cast(self.moving_mean, x.dtype), tf.cast(self.moving_variance, x.dtype)
        else:
            mean, var = tf.nn.moments(x, axes=list(range(len(self.batch_dims))))
            m = self.momentum
            store = self.variable_dtype
            self.moving_mean.assign(tf.cast(self.moving_mean, store) * m + tf.cast(mean, store) * (1 - m))
            self.moving_variance.assign(tf.cast(self.moving_variance, store) * m + tf.cast(var, store) * (1 - m))
        # shapes line up from the right, so (c,) fits (batch, ..., c)
        return gamma * (x - mean) * tf.math.rsqrt(var + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
