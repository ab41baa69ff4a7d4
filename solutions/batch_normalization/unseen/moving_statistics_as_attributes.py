"""Wrong idea: the moving statistics are plain attributes; style: NumPy arrays at first, rebinding self.* in call."""
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"momentum has to be in [0, 1]: {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon has to be positive: {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        channels = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(channels,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(channels,), initializer="zeros")
        # these two are not learned
        self.moving_mean = np.zeros(channels, "float32")
        self.moving_variance = np.ones(channels, "float32")

    def call(self, inputs, training=False):
        axis = self.axis % len(inputs.shape)
        shape = [1] * len(inputs.shape)
        shape[axis] = inputs.shape[axis]

        if training and self.trainable:
            axes = [i for i in range(len(shape)) if i != axis]
            mean, variance = ops.moments(inputs, axes)
            old, new = self.momentum, 1 - self.momentum
            self.moving_mean = old * self.moving_mean + new * ops.cast(mean, "float32")
            self.moving_variance = old * self.moving_variance + new * ops.cast(variance, "float32")
        else:
            mean, variance = self.moving_mean, self.moving_variance

        mean = ops.cast(ops.reshape(mean, shape), self.compute_dtype)
        variance = ops.cast(ops.reshape(variance, shape), self.compute_dtype)
        x_hat = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return ops.reshape(self.gamma, shape) * x_hat + ops.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
