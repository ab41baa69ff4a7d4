"""
idea.en = "Multiplies by the reciprocal square root of keras.ops instead of dividing."
idea.ko = "나누는 대신 keras.ops의 역제곱근을 곱합니다."
"""

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
        axis = self.axis % inputs.ndim
        others = [i for i in range(inputs.ndim) if i != axis]
        use_batch = bool(training) and self.trainable
        if use_batch:
            mean = ops.mean(inputs, axis=others, keepdims=True)
            variance = ops.mean(ops.square(inputs - mean), axis=others, keepdims=True)
            self._remember(ops.squeeze(mean, others), ops.squeeze(variance, others))
        else:
            mean = ops.expand_dims(self.moving_mean, others)
            variance = ops.expand_dims(self.moving_variance, others)
        normalized = (inputs - mean) * ops.rsqrt(variance + self.epsilon)
        return normalized * ops.expand_dims(self.gamma, others) + ops.expand_dims(self.beta, others)

    def _remember(self, mean, variance):
        keep = self.momentum
        self.moving_mean.assign(keep * self.moving_mean + (1 - keep) * mean)
        self.moving_variance.assign(keep * self.moving_variance + (1 - keep) * variance)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
