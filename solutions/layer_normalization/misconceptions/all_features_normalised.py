"""
what.en = "axis is ignored for the statistics: they always run over all features of an example."
what.ko = "통계량을 구할 때 axis를 무시하고 언제나 예제의 모든 특성에 대해 구합니다."
try.en = "For an input of shape (3, 2, 5) and axis=-1, how many means should there be?"
try.ko = "입력의 모양이 (3, 2, 5)이고 axis=-1이면 평균은 몇 개여야 하나요?"
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
        features = list(range(1, len(inputs.shape)))
        mean = ops.mean(inputs, axis=features, keepdims=True)
        variance = ops.var(inputs, axis=features, keepdims=True)
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
