"""Wrong idea: shapes are worked out with the (static) batch size; style: flatten to a matrix after a transpose."""

import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if epsilon <= 0:
            raise ValueError(f"epsilon has to be positive (got {epsilon})")
        if axis == 0 or (not isinstance(axis, int) and 0 in axis):
            raise ValueError(f"axis 0 holds the examples (got axis={axis})")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else self.axis
        self.axes = sorted({rank + a if a < 0 else a for a in axes})
        if self.axes[0] < 1:
            raise ValueError(f"axis {self.axis} includes axis 0 for rank {rank}")
        self.others = [i for i in range(rank) if i not in self.axes]
        self.order = self.others + self.axes  # normalised axes go to the back
        self.inverse = sorted(range(rank), key=lambda i: self.order[i])
        shape = tuple(input_shape[i] for i in self.axes)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")

    def call(self, inputs):
        x = ops.transpose(ops.cast(inputs, self.compute_dtype), self.order)
        shape = tuple(x.shape)
        # rows: what is normalised separately, columns: what is averaged
        rows = math.prod(shape[: len(self.others)])
        columns = math.prod(shape[len(self.others) :])
        x = ops.reshape(x, (rows, columns))
        mean = ops.mean(x, axis=1, keepdims=True)
        var = ops.var(x, axis=1, keepdims=True)
        x = (x - mean) / ops.sqrt(var + self.epsilon)
        x = x * ops.reshape(self.gamma, (1, columns)) + ops.reshape(self.beta, (1, columns))
        return ops.transpose(ops.reshape(x, shape), self.inverse)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, epsilon=self.epsilon)
        return config
