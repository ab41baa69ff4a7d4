"""
what.en = "The statistics are taken over the channels of each example (that is layer normalization), not over the batch for each channel."
what.ko = "채널마다 배치에 대해서가 아니라, 예제마다 채널에 대해서 통계량을 구합니다 (이것은 층 정규화입니다)."
try.en = "In a batch of shape (8, 3), how many means should there be: 8 or 3? axis names the axis that is kept."
try.ko = "모양이 (8, 3)인 배치에서 평균은 8개여야 할까요, 3개여야 할까요? axis는 남겨 둘 축입니다."
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
            mean = ops.mean(inputs, axis=axis, keepdims=True)
            variance = ops.var(inputs, axis=axis, keepdims=True)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * ops.mean(mean))
            self.moving_variance.assign(
                self.momentum * self.moving_variance + (1 - self.momentum) * ops.mean(variance)
            )
        else:
            mean = ops.reshape(self.moving_mean, shape)
            variance = ops.reshape(self.moving_variance, shape)

        gamma = ops.reshape(self.gamma, shape)
        beta = ops.reshape(self.beta, shape)
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
