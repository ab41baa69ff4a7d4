"""
idea.en = "Variance in one pass, as mean of squares minus square of mean; folded into one scale and one shift."
idea.ko = "분산을 제곱의 평균에서 평균의 제곱을 뺀 값으로 한 번에 구하고, 하나의 스케일과 이동으로 합칩니다."
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

    def call(self, inputs):
        mean = ops.mean(inputs, axis=self.axes, keepdims=True)
        variance = ops.mean(inputs * inputs, axis=self.axes, keepdims=True) - mean * mean
        shape = [inputs.shape[a] if a in self.axes else 1 for a in range(len(inputs.shape))]
        scale = ops.reshape(self.gamma, shape) * ops.rsqrt(variance + self.epsilon)
        return inputs * scale + (ops.reshape(self.beta, shape) - mean * scale)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
