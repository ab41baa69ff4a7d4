"""Wrong idea: axis=-1 is compared with 0, 1, 2, ... and never found; style: loop over axes, keepdims, ops."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"momentum has to lie in [0, 1], got {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon has to be > 0, got {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        n = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(n,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(n,), initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=(n,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=(n,), initializer="ones", trainable=False)

    def _update(self, moving, value):
        value = ops.reshape(value, (-1,))
        moving.assign(moving * self.momentum + value * (1.0 - self.momentum))

    def call(self, inputs, training: bool = False):
        rank = len(inputs.shape)
        # shape for the weights, e.g. (1, C, 1, 1)
        shape = [1] * rank
        shape[self.axis] = inputs.shape[self.axis]

        if training and self.trainable:
            reduce_axes = []
            for i in range(rank):
                if i != self.axis:  # leave the channels out
                    reduce_axes.append(i)
            mean = ops.mean(inputs, axis=reduce_axes, keepdims=True)
            var = ops.mean(ops.square(inputs - mean), axis=reduce_axes, keepdims=True)
            self._update(self.moving_mean, mean)
            self._update(self.moving_variance, var)
        else:
            mean = ops.reshape(self.moving_mean, shape)
            var = ops.reshape(self.moving_variance, shape)

        x_hat = (inputs - mean) * ops.rsqrt(var + self.epsilon)
        return x_hat * ops.reshape(self.gamma, shape) + ops.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
