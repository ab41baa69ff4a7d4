"""
what.en = "The inputs minus their mean are divided by the variance, not by its square root."
what.ko = "평균을 뺀 입력을 분산의 제곱근이 아니라 분산으로 나눕니다."
try.en = "What is the variance of one row of your output? What should it be?"
try.ko = "출력의 한 행의 분산은 얼마이고, 얼마여야 하나요?"
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
        variance = ops.var(inputs, axis=self.axes, keepdims=True)
        shape = [inputs.shape[a] if a in self.axes else 1 for a in range(len(inputs.shape))]
        gamma = ops.reshape(self.gamma, shape)
        beta = ops.reshape(self.beta, shape)
        normalized = (inputs - mean) / (variance + self.epsilon)
        return gamma * normalized + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
