"""
idea.en = "Statistics always in float32 or wider, the result cast back to the compute dtype."
idea.ko = "통계량은 언제나 float32 이상으로 구하고 결과를 계산 자료형으로 되돌립니다."
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
        wide = "float64" if self.compute_dtype == "float64" else "float32"
        x = ops.cast(inputs, wide)
        shape = [inputs.shape[a] if a in self.axes else 1 for a in range(len(inputs.shape))]
        centered = x - ops.mean(x, axis=self.axes, keepdims=True)
        power = ops.mean(centered**2, axis=self.axes, keepdims=True)
        y = centered / (power + self.epsilon) ** 0.5
        y = y * ops.reshape(ops.cast(self.gamma, wide), shape) + ops.reshape(ops.cast(self.beta, wide), shape)
        return ops.cast(y, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
