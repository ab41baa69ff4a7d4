"""Wrong idea: the change by the mask is wrapped in stop_gradient, so the gradient is that of the identity; style: noise added to the input."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (rate >= 0 and rate < 1):
            raise ValueError("rate must be in the half-open interval [0, 1)")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def _mask(self, x):
        u = keras.random.uniform(ops.shape(x), minval=0.0, maxval=1.0, dtype="float32", seed=self.seed_generator)
        return ops.cast(u >= self.rate, x.dtype) / (1.0 - self.rate)

    def call(self, inputs, training=None):
        if training:
            dropped = inputs * self._mask(inputs)
            # random numbers have no gradient
            return inputs + ops.stop_gradient(dropped - inputs)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | {"rate": self.rate, "seed": self.seed}
