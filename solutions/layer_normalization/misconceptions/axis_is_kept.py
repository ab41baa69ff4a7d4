"""
what.en = "axis is taken as in batch normalization, as the axis that is kept: the statistics run over all others but the batch."
what.ko = "axis를 배치 정규화에서처럼 남겨 두는 축으로 여겨, 배치를 뺀 나머지 축에 대해 통계량을 구합니다."
try.en = "In batch normalization axis names the channels, in layer normalization it names what is averaged. Which mean do you compute for axis=-1 and rank 2?"
try.ko = "배치 정규화의 axis는 채널을, 층 정규화의 axis는 평균을 구할 축을 가리킵니다. 2차원이고 axis=-1일 때 어떤 평균을 구하고 있나요?"
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
        others = [a for a in range(1, len(inputs.shape)) if a not in self.axes]
        mean = ops.mean(inputs, axis=others, keepdims=True)
        variance = ops.var(inputs, axis=others, keepdims=True)
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
