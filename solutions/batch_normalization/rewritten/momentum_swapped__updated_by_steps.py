"""Momentum swapped, written in the style of the alternative `updated_by_steps`."""

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
        mean, variance = self.moving_mean, self.moving_variance
        if training and self.trainable:
            others = [i for i in range(rank) if i != axis]
            mean = ops.mean(inputs, axis=others)
            variance = ops.var(inputs, axis=others)
            self.moving_mean.assign_add(self.momentum * (mean - self.moving_mean))
            self.moving_variance.assign_sub(self.momentum * (self.moving_variance - variance))
        shape = [-1 if i == axis else 1 for i in range(rank)]
        mean, variance, gamma, beta = [ops.reshape(t, shape) for t in (mean, variance, self.gamma, self.beta)]
        return gamma * ((inputs - mean) / ops.sqrt(variance + self.epsilon)) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
