"""Mean not subtracted, written in the style of the alternative `letters`."""

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
        letters = "abcdefgh"[: len(inputs.shape)]
        kept = "".join(c for i, c in enumerate(letters) if i not in self.axes)
        normalized_letters = "".join(letters[i] for i in self.axes)
        count = 1
        for i in self.axes:
            count *= inputs.shape[i]
        ones = ops.ones_like(self.gamma)
        variance = ops.einsum(f"{letters},{normalized_letters}->{kept}", inputs * inputs, ones) / count
        for i in self.axes:
            variance = ops.expand_dims(variance, i)
        normalized = inputs / ops.sqrt(variance + self.epsilon)
        scaled = ops.einsum(f"{letters},{normalized_letters}->{letters}", normalized, self.gamma)
        beta = self.beta
        for i in range(len(inputs.shape)):
            if i not in self.axes:
                beta = ops.expand_dims(beta, i)
        return scaled + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
