"""
what.en = "An epsilon of 0 and an axis of 0 are accepted without a word."
what.ko = "epsilon이 0이어도 axis가 0이어도 아무 말 없이 받아들입니다."
try.en = "What would axis=0 normalise over? Raise an error as early as you can."
try.ko = "axis=0이면 무엇에 대해 정규화하게 될까요? 가능한 한 일찍 오류를 내세요."
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        self.axes = tuple(sorted(a % rank for a in axes))
        shape = [input_shape[a] for a in self.axes]
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")

    def call(self, inputs):
        mean = ops.mean(inputs, axis=self.axes, keepdims=True)
        variance = ops.var(inputs, axis=self.axes, keepdims=True)
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
