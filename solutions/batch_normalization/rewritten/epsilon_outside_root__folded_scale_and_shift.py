"""Epsilon outside root, written in the style of the alternative `folded_scale_and_shift`."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"`momentum` must be between 0 and 1, not {momentum!r}.")
        if epsilon <= 0:
            raise ValueError(f"`epsilon` must be greater than 0, not {epsilon!r}.")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        size = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=size, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=size, initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=size, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=size, initializer="ones", trainable=False)

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.axis % rank
        if training and self.trainable:
            mean, variance = ops.moments(inputs, axes=[i for i in range(rank) if i != axis])
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            mean, variance = self.moving_mean, self.moving_variance
        a = self.gamma / (ops.sqrt(variance) + self.epsilon)
        b = self.beta - mean * a
        shape = [-1 if i == axis else 1 for i in range(rank)]
        return inputs * ops.reshape(a, shape) + ops.reshape(b, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
