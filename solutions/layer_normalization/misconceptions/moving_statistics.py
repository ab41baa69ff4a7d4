"""
what.en = "Moving averages are kept and used at inference, as in batch normalization."
what.ko = "배치 정규화처럼 이동 평균을 저장해 두었다가 추론할 때 씁니다."
try.en = "Does an example need anything but itself to be normalised, at inference or ever?"
try.ko = "추론할 때든 언제든, 예제를 정규화하는 데 그 예제 자신 말고 필요한 것이 있나요?"
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        axes = [axis] if isinstance(axis, int) else list(axis)
        if 0 in axes:
            raise ValueError(f"axis must not be 0, got {axis}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive, got {epsilon}")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        self.axes = tuple(sorted(a % rank for a in axes))
        if 0 in self.axes:
            raise ValueError(f"axis {self.axis} is the batch axis")
        shape = [input_shape[a] for a in self.axes]
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=(), initializer="zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(shape=(), initializer="ones", trainable=False, name="moving_variance")

    def call(self, inputs, training=False):
        if training:
            mean = ops.mean(inputs, axis=self.axes, keepdims=True)
            variance = ops.var(inputs, axis=self.axes, keepdims=True)
            self.moving_mean.assign(0.99 * self.moving_mean + 0.01 * ops.mean(mean))
            self.moving_variance.assign(0.99 * self.moving_variance + 0.01 * ops.mean(variance))
        else:
            mean, variance = self.moving_mean, self.moving_variance
        shape = [inputs.shape[a] if a in self.axes else 1 for a in range(len(inputs.shape))]
        gamma = ops.reshape(self.gamma, shape)
        beta = ops.reshape(self.beta, shape)
        normalized = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return gamma * normalized + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
