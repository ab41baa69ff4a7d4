"""
what.en = "Only moving_mean is updated. moving_variance stays at 1, so at inference the inputs have mean 0 but keep their own spread."
what.ko = "moving_mean만 갱신됩니다. moving_variance는 1에 머물러 있어서, 추론할 때 평균은 맞지만 퍼진 정도가 그대로 남습니다."
try.en = "Train for a few steps and print both moving statistics beside the statistics of the data."
try.ko = "몇 단계 학습한 뒤 두 이동 통계량을 데이터의 통계량과 나란히 출력해 보세요."
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
