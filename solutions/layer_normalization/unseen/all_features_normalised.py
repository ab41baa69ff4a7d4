"""Wrong idea: statistics always over all features of an example; style: list of all axes but the batch, ops.mean and ops.var."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        axes = [axis] if isinstance(axis, int) else list(axis)
        if 0 in axes:
            raise ValueError(f"axis must not contain 0, the axis of the examples; got {axis}")
        if not epsilon > 0:
            raise ValueError(f"epsilon must be positive, got {epsilon}")
        self.axis = axis
        self.epsilon = epsilon
        self._axes = axes

    def build(self, input_shape):
        rank = len(input_shape)
        positive = sorted({a if a > 0 else a + rank for a in self._axes})
        if positive[0] <= 0:
            raise ValueError(f"axis={self.axis} means the axis of the examples for inputs of rank {rank}")
        # the parameters live on the axes that the user named
        shape = tuple(input_shape[a] for a in positive)
        self.param_shape = tuple(input_shape[a] if a in positive else 1 for a in range(rank))
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")

    def call(self, inputs):
        x = ops.cast(inputs, self.compute_dtype)
        # every example by itself: everything that is not the batch axis
        everything_but_the_batch = list(range(1, len(x.shape)))
        mean = ops.mean(x, axis=everything_but_the_batch, keepdims=True)
        variance = ops.var(x, axis=everything_but_the_batch, keepdims=True)
        x_hat = (x - mean) / ops.sqrt(variance + self.epsilon)
        return ops.reshape(self.gamma, self.param_shape) * x_hat + ops.reshape(self.beta, self.param_shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
