"""
what.en = "The output is float32 whatever the layer's dtype is: in mixed precision the next layer gets the wrong dtype."
what.ko = "층의 자료형과 상관없이 출력이 늘 float32입니다. 혼합 정밀도에서 다음 층이 잘못된 자료형을 받습니다."
try.en = "float32 for the statistics is a good idea. Which dtype should leave the layer?"
try.ko = "통계량을 float32로 계산하는 것은 좋은 생각입니다. 층을 나가는 값의 dtype은 무엇이어야 할까요?"
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
        inputs = ops.cast(inputs, "float32")
        rank = len(inputs.shape)
        axis = self.axis % rank
        reduce_axes = [i for i in range(rank) if i != axis]
        shape = [1] * rank
        shape[axis] = -1

        if training and self.trainable:
            mean = ops.mean(inputs, axis=reduce_axes)
            variance = ops.var(inputs, axis=reduce_axes)
            self.moving_mean.assign(self.momentum * ops.cast(self.moving_mean, "float32") + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * ops.cast(self.moving_variance, "float32") + (1 - self.momentum) * variance)
        else:
            mean = self.moving_mean
            variance = self.moving_variance

        mean = ops.cast(ops.reshape(mean, shape), "float32")
        variance = ops.cast(ops.reshape(variance, shape), "float32")
        gamma = ops.cast(ops.reshape(self.gamma, shape), "float32")
        beta = ops.cast(ops.reshape(self.beta, shape), "float32")
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
