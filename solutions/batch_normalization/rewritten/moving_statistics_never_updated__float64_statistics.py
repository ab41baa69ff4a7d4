"""Moving statistics never updated, written in the style of the alternative `float64_statistics`."""

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
        shape = [-1 if i == axis else 1 for i in range(rank)]
        x = ops.cast(inputs, "float64")
        if training and self.trainable:
            others = [i for i in range(rank) if i != axis]
            mean, variance = ops.mean(x, axis=others), ops.var(x, axis=others)
            for moving, batch in ((self.moving_mean, mean), (self.moving_variance, variance)):
                old = ops.cast(moving, "float64")
                old = self.momentum * old + (1 - self.momentum) * batch
        else:
            mean, variance = ops.cast(self.moving_mean, "float64"), ops.cast(self.moving_variance, "float64")
        x = (x - ops.reshape(mean, shape)) / ops.sqrt(ops.reshape(variance, shape) + self.epsilon)
        gamma = ops.reshape(ops.cast(self.gamma, "float64"), shape)
        beta = ops.reshape(ops.cast(self.beta, "float64"), shape)
        return ops.cast(gamma * x + beta, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
