"""Wrong idea: gamma starts at 0; style: one initializer for both (a dict of weights), numpy-like ops."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon
        self.axis_list = [axis] if not isinstance(axis, (list, tuple)) else [*axis]
        problems = []
        if 0 in self.axis_list:
            problems.append(f"axis must not contain 0 ({axis})")
        if epsilon <= 0:
            problems.append(f"epsilon must be positive ({epsilon})")
        if problems:
            raise ValueError("; ".join(problems))

    def build(self, input_shape):
        rank = len(input_shape)
        indices = [range(rank)[a] for a in self.axis_list]
        if 0 in indices:
            raise ValueError(f"axis must not contain the examples ({self.axis})")
        self.indices = sorted(set(indices))
        arguments = dict(shape=tuple(input_shape[i] for i in self.indices), initializer="zeros", trainable=True)
        self.gamma = self.add_weight(name="gamma", **arguments)
        self.beta = self.add_weight(name="beta", **arguments)

    def call(self, inputs):
        x = ops.cast(inputs, self.compute_dtype)
        shape = [n if i in self.indices else 1 for i, n in enumerate(x.shape)]
        mean = ops.mean(x, self.indices, keepdims=True)
        variance = ops.var(x, self.indices, keepdims=True)
        standard = (x - mean) / ops.sqrt(variance + self.epsilon)
        return ops.multiply(standard, ops.reshape(self.gamma, shape)) + ops.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {"axis": self.axis, "epsilon": self.epsilon, **super().get_config()}
