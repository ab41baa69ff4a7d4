"""Wrong idea: gamma and beta exist but are not used; style: short, weights first, moments."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if isinstance(axis, (list, tuple)):
            bad = 0 in axis
        else:
            bad = axis == 0
        if bad:
            raise ValueError("axis cannot contain 0")
        if epsilon <= 0:
            raise ValueError("epsilon must be positive")
        self.axis = axis
        self.epsilon = epsilon

    def _resolve(self, rank):
        axes = self.axis if isinstance(self.axis, (list, tuple)) else [self.axis]
        axes = sorted({a + rank if a < 0 else a for a in axes})
        if axes[0] <= 0:
            raise ValueError("axis cannot mean the axis of the examples")
        return axes

    def build(self, input_shape):
        shape = [input_shape[a] for a in self._resolve(len(input_shape))]
        # gamma = 1 and beta = 0, so the output starts as the plain normalised input
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones", trainable=True)
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros", trainable=True)

    def call(self, inputs):
        x = ops.cast(inputs, self.compute_dtype)
        axes = self._resolve(len(x.shape))
        mu, sigma2 = ops.moments(x, axes, keepdims=True)
        return (x - mu) * ops.rsqrt(sigma2 + self.epsilon)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"], config["epsilon"] = self.axis, self.epsilon
        return config
