"""
what.en = "The inputs minus their mean are divided by the variance instead of its square root, so the result has variance 1 only if it had before."
what.ko = "평균을 뺀 입력을 분산의 제곱근이 아니라 분산으로 나눕니다. 그래서 원래 분산이 1일 때만 결과의 분산이 1입니다."
try.en = "Multiply the inputs by 10. By what do they have to be divided so that nothing changes?"
try.ko = "입력에 10을 곱해 보세요. 결과가 그대로이려면 무엇으로 나누어야 할까요?"
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be between 0 and 1, got {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive, got {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        channels = input_shape[self.axis]
        self.gamma = self.add_weight(shape=(channels,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(channels,), initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(
            shape=(channels,), initializer="zeros", trainable=False, name="moving_mean"
        )
        self.moving_variance = self.add_weight(
            shape=(channels,), initializer="ones", trainable=False, name="moving_variance"
        )

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.axis % rank
        reduce_axes = [i for i in range(rank) if i != axis]
        shape = [1] * rank
        shape[axis] = -1

        if training and self.trainable:
            mean = ops.mean(inputs, axis=reduce_axes)
            variance = ops.var(inputs, axis=reduce_axes)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            mean = self.moving_mean
            variance = self.moving_variance

        mean = ops.reshape(mean, shape)
        variance = ops.reshape(variance, shape)
        gamma = ops.reshape(self.gamma, shape)
        beta = ops.reshape(self.beta, shape)
        return gamma * (inputs - mean) / (variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
