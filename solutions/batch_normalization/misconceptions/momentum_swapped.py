"""
what.en = "momentum weighs the new batch instead of the old value. With momentum 0.99 the moving statistics are nearly those of the last batch."
what.ko = "momentum이 옛 값이 아니라 새 배치에 곱해집니다. momentum이 0.99이면 이동 통계량이 사실상 마지막 배치의 통계량이 됩니다."
try.en = "A large momentum means a long memory. With momentum 1, what should stay as it is?"
try.ko = "momentum이 크면 기억이 깁니다. momentum이 1이면 무엇이 그대로 남아야 할까요?"
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
            self.moving_mean.assign((1 - self.momentum) * self.moving_mean + self.momentum * mean)
            self.moving_variance.assign((1 - self.momentum) * self.moving_variance + self.momentum * variance)
        else:
            mean = self.moving_mean
            variance = self.moving_variance

        mean = ops.reshape(mean, shape)
        variance = ops.reshape(variance, shape)
        gamma = ops.reshape(self.gamma, shape)
        beta = ops.reshape(self.beta, shape)
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
