"""Wrong idea: what stays is divided by the share that stayed in this call; style: float mask, ops.mean of the mask."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self._random = keras.random.SeedGenerator(seed)
        if self.rate < 0:
            raise ValueError(f"rate is negative: {rate}")
        if self.rate >= 1:
            raise ValueError(f"rate must be below 1: {rate}")

    def call(self, inputs, training=False):
        if not training:
            return inputs
        u = keras.random.uniform(ops.shape(inputs), seed=self._random)
        mask = ops.cast(u >= self.rate, "float32")
        share = ops.mean(mask)
        # nothing left? then there is nothing to scale
        factor = ops.where(share > 0, 1.0 / ops.maximum(share, 1e-12), 0.0)
        return inputs * ops.cast(mask * factor, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**config, **super().get_config()}
