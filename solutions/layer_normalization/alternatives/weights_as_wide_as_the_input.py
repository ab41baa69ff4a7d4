"""
idea.en = "gamma and beta are reshaped to the rank of the input, and gamma is multiplied from the left."
idea.ko = "gamma와 beta를 입력과 같은 차원 수로 바꾸고, gamma를 왼쪽에서 곱합니다."
"""

# TensorFlow 2.21 takes this for a fused layer normalization where `model.predict` runs without XLA on inputs of rank 2, and
# ends with "scale must be 1D" (not with TF_ENABLE_ONEDNN_OPTS=0). That is no student's fault, and no check may fall into it.

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        axes = [axis] if isinstance(axis, int) else list(axis)
        if any(a == 0 for a in axes):
            raise ValueError(f"axis must not be 0, got {axis}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive, got {epsilon}")
        self.axis = axis if isinstance(axis, int) else axes
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        self.axes = sorted({a % rank for a in axes})
        if 0 in self.axes:
            raise ValueError("axis must not be the batch axis")
        shape = [input_shape[a] for a in self.axes]
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.wide = [input_shape[a] if a in self.axes else 1 for a in range(rank)]

    def call(self, inputs):
        mean, variance = ops.moments(inputs, axes=list(self.axes), keepdims=True)
        x = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return ops.reshape(self.gamma, self.wide) * x + ops.reshape(self.beta, self.wide)

    def get_config(self):
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
