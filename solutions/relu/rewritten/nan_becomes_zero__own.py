"""Wrong idea: with slope 0 the second case is the constant 0, which also replaces NaN; style: two private methods, early return."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        self.negative_slope = negative_slope
        if self.negative_slope < 0:
            raise ValueError("bad argument: negative_slope must be at least 0")

    def _plain(self, x):
        return ops.where(x > 0, x, ops.zeros_like(x))

    def _leaky(self, x):
        return ops.where(x > 0, x, x * self.negative_slope)

    def call(self, inputs):
        if self.negative_slope == 0:
            return self._plain(inputs)  # cheaper, no multiplication
        return self._leaky(inputs)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape)

    def get_config(self):
        base = super().get_config()
        return base | {"negative_slope": self.negative_slope}
