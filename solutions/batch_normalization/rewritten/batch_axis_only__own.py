"""Wrong idea: statistics over the batch axis alone, each pixel has its own; style: moveaxis, channels last."""

from __future__ import annotations

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    """Normalise over the batch, then scale with gamma and shift by beta."""

    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        self.axis, self.momentum, self.epsilon = axis, momentum, epsilon
        self._check()

    def _check(self):
        if not 0.0 <= self.momentum <= 1.0:
            raise ValueError(f"momentum={self.momentum} is not between 0 and 1")
        if not self.epsilon > 0.0:
            raise ValueError(f"epsilon={self.epsilon} is not positive")

    def build(self, input_shape) -> None:
        channels = input_shape[self.axis]

        def weight(name, start, trainable):
            return self.add_weight(shape=(channels,), initializer=start, trainable=trainable, name=name)

        self.gamma = weight("gamma", "ones", True)
        self.beta = weight("beta", "zeros", True)
        self.moving_mean = weight("moving_mean", "zeros", False)
        self.moving_variance = weight("moving_variance", "ones", False)

    def call(self, inputs, training: bool = False):
        # with the channels at the end everything of shape (channels,) lines up by itself
        x = ops.moveaxis(tf.convert_to_tensor(inputs), self.axis, -1)
        if training and self.trainable:
            mean = ops.mean(x, axis=0)  # mean over the batch
            variance = ops.var(x, axis=0)
            places = tuple(range(len(mean.shape) - 1))  # a moving statistic has room for one number per channel
            old = self.momentum
            new = 1 - old
            self.moving_mean.assign(old * self.moving_mean + new * ops.mean(mean, axis=places))
            self.moving_variance.assign(old * self.moving_variance + new * ops.mean(variance, axis=places))
        else:
            mean = self.moving_mean
            variance = self.moving_variance
        y = self.gamma * (x - mean) / ops.sqrt(variance + self.epsilon) + self.beta
        return ops.moveaxis(y, -1, self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        mine = {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        return {**super().get_config(), **mine}
