"""
what.en = "get_config does not return every argument, so a layer made again has the default of what is missing."
what.ko = "get_config가 모든 인자를 돌려주지 않아, 다시 만든 층은 빠진 인자의 기본값을 갖습니다."
try.en = "Compare the keys of `layer.get_config()` with the arguments of your `__init__`, one by one."
try.ko = "`layer.get_config()`의 키와 `__init__`의 인자를 하나씩 비교해 보세요."
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
        normalized = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return gamma * normalized + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config()
