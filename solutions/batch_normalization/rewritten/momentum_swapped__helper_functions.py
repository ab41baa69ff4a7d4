"""Momentum swapped, written in the style of the alternative `helper_functions`."""

import keras
from keras import ops


def batch_statistics(x, axis):
    rank = len(x.shape)
    others = [i for i in range(rank) if i != axis % rank]
    return ops.mean(x, axis=others), ops.var(x, axis=others)


def blend(old, new, momentum):
    return (1 - momentum) * old + momentum * new


def normalize(x, mean, variance, gamma, beta, axis, epsilon):
    rank = len(x.shape)
    shape = [-1 if i == axis % rank else 1 for i in range(rank)]
    mean, variance, gamma, beta = (ops.reshape(value, shape) for value in (mean, variance, gamma, beta))
    return gamma * (x - mean) / ops.sqrt(variance + epsilon) + beta


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
        if training and self.trainable:
            mean, variance = batch_statistics(inputs, self.axis)
            self.moving_mean.assign(blend(self.moving_mean, mean, self.momentum))
            self.moving_variance.assign(blend(self.moving_variance, variance, self.momentum))
        else:
            mean, variance = self.moving_mean, self.moving_variance
        return normalize(inputs, mean, variance, self.gamma, self.beta, self.axis, self.epsilon)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
