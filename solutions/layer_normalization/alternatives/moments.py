"""
idea.en = "ops.moments and rsqrt; weights are created broadcast-ready by expanding dimensions one by one."
idea.ko = "ops.moments와 rsqrt를 쓰고, 차원을 하나씩 늘려 가중치를 브로드캐스팅에 맞춥니다."
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

    def _aligned(self, weight, rank):
        for axis in range(rank):
            if axis not in self.axes:
                weight = ops.expand_dims(weight, axis)
        return weight

    def call(self, inputs):
        rank = len(inputs.shape)
        mean, variance = ops.moments(inputs, axes=list(self.axes), keepdims=True)
        normalized = (inputs - mean) * ops.rsqrt(variance + self.epsilon)
        return normalized * self._aligned(self.gamma, rank) + self._aligned(self.beta, rank)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
