"""Wrong idea: statistics over the batch as in batch normalization; style: ported from a BatchNorm, keras.Variable in build."""

import keras
from keras import ops


def _as_tuple(axis):
    return tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    """Normalises every feature."""

    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        if any(a == 0 for a in _as_tuple(axis)):
            raise ValueError("`axis` must not be or contain 0")
        if epsilon <= 0:
            raise ValueError("`epsilon` must be > 0")
        super().__init__(**kwargs)
        self.axis, self.epsilon = axis, epsilon

    def build(self, input_shape):
        ndim = len(input_shape)
        axes = sorted(set(a % ndim for a in _as_tuple(self.axis)))
        if axes[0] == 0:
            raise ValueError(f"`axis` {self.axis} contains the batch axis")
        kept = tuple(input_shape[a] for a in axes)
        self.gamma = keras.Variable("ones", shape=kept, dtype=self.variable_dtype, trainable=True, name="gamma")
        self.beta = keras.Variable("zeros", shape=kept, dtype=self.variable_dtype, trainable=True, name="beta")
        # feature axes keep their own statistics, all the others are averaged
        self.reduce_over = tuple(i for i in range(ndim) if i not in axes)
        self.shape_for_broadcast = [input_shape[i] if i in axes else 1 for i in range(ndim)]

    def call(self, inputs):
        x = ops.cast(inputs, self.compute_dtype)
        mean = ops.mean(x, axis=self.reduce_over, keepdims=True)
        centred = x - mean
        variance = ops.mean(ops.square(centred), axis=self.reduce_over, keepdims=True)
        normalised = centred * ops.rsqrt(variance + self.epsilon)
        g = ops.reshape(self.gamma, self.shape_for_broadcast)
        b = ops.reshape(self.beta, self.shape_for_broadcast)
        return normalised * g + b

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        cfg = super().get_config()
        cfg["axis"] = self.axis
        cfg["epsilon"] = self.epsilon
        return cfg
