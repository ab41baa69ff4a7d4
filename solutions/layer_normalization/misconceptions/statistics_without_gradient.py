"""
what.en = "Mean and variance are cut off from the gradient, as if they were constants."
what.ko = "평균과 분산을 상수처럼 기울기에서 끊어 놓았습니다."
try.en = "Add up the gradients of one example. Mean and variance depend on the inputs: what in your `call` hides that from the gradient?"
try.ko = "한 예제의 기울기를 모두 더해 보세요. 평균과 분산은 입력에 따라 달라집니다. `call`에서 무엇이 그것을 기울기로부터 가리고 있나요?"
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
        mean = ops.stop_gradient(mean)
        variance = ops.stop_gradient(variance)
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
