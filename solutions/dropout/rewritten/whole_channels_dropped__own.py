"""Wrong idea: the mask has size 1 at all positions, so a feature is dropped at all of them at once; style: noise_shape as in the old Keras argument."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs):
        super().__init__(**kwargs)
        self._set_rate(rate)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def _set_rate(self, rate):
        if rate >= 1 or rate < 0:
            raise ValueError(f"Not a rate: rate={rate}")
        self.rate = rate

    def _noise_shape(self, inputs):
        sizes = list(ops.shape(inputs))
        if len(sizes) < 3:
            return sizes
        # batch and features; a feature is the same feature at every position
        return [sizes[0]] + [1] * (len(sizes) - 2) + [sizes[-1]]

    def call(self, inputs, training=False):
        if training and self.rate > 0:
            u = keras.random.uniform(self._noise_shape(inputs), seed=self.seed_generator)
            gate = ops.where(u < self.rate, 0.0, 1.0 / (1.0 - self.rate))
            return inputs * ops.cast(gate, inputs.dtype)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        base = super().get_config()
        base["rate"] = self.rate
        base["seed"] = self.seed
        return base
