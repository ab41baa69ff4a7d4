"""Unbiased variance, written in the style of the alternative `sums_and_counts`."""

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

    def call(self, inputs, training=None):
        axis = self.axis % len(inputs.shape)
        if training and self.trainable:
            others = [i for i in range(len(inputs.shape)) if i != axis]
            sizes = ops.shape(inputs)
            count = 1
            for i in others:
                count = count * sizes[i]
            count = ops.cast(count, inputs.dtype)
            mean = ops.sum(inputs, axis=others) / count
            deviation = inputs - self._aligned(mean, inputs)
            variance = ops.sum(deviation * deviation, axis=others) / (count - 1)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            deviation = inputs - self._aligned(self.moving_mean, inputs)
            variance = self.moving_variance
        scale = self.gamma / ops.sqrt(variance + self.epsilon)
        return deviation * self._aligned(scale, inputs) + self._aligned(self.beta, inputs)

    def _aligned(self, statistic, inputs):
        trailing = len(inputs.shape) - 1 - self.axis % len(inputs.shape)
        return ops.reshape(statistic, (-1, *[1] * trailing))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
