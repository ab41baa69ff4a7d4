"""Wrong idea: the variance is divided by n - 1; style: transpose the normalised axes to the back, then broadcast for free."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        for a in [axis] if isinstance(axis, int) else axis:
            if a == 0:
                raise ValueError(f"axis={axis} is not allowed, 0 holds the examples")
        if epsilon <= 0:
            raise ValueError(f"epsilon={epsilon} is not allowed, must be > 0")
        self.axis, self.epsilon = axis, epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        axes = sorted({a + rank if a < 0 else a for a in axes})
        if axes[0] == 0:
            raise ValueError(f"axis={self.axis} is not allowed for rank {rank}")
        k = len(axes)
        self.source, self.target = axes, list(range(rank - k, rank))
        self.n = 1
        for a in axes:
            self.n = self.n * input_shape[a]
        self.gamma = self.add_weight(name="gamma", shape=[input_shape[a] for a in axes], initializer="ones")
        self.beta = self.add_weight(name="beta", shape=[input_shape[a] for a in axes], initializer="zeros")

    def call(self, inputs):
        x = ops.moveaxis(ops.cast(inputs, self.compute_dtype), self.source, self.target)
        centred = x - ops.mean(x, axis=self.target, keepdims=True)
        # as in statistics: one degree of freedom went into the mean
        variance = ops.sum(centred**2, axis=self.target, keepdims=True) / max(self.n - 1, 1)
        y = self.gamma * (centred / ops.sqrt(variance + self.epsilon)) + self.beta
        return ops.moveaxis(y, self.target, self.source)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["epsilon"] = self.epsilon
        config["axis"] = self.axis
        return config
