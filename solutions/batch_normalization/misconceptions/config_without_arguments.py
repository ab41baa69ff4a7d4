"""
what.en = "get_config does not return every argument: a layer that is saved and loaded comes back with the default of what is missing."
what.ko = "get_config가 모든 인자를 돌려주지 않습니다. 저장했다가 불러온 층은 빠진 인자의 기본값을 갖습니다."
try.en = "Compare the keys of get_config() with the arguments of your constructor."
try.ko = "get_config()의 키와 생성자의 인자를 비교해 보세요."
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
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis})
        return config
