"""Wrong idea: the ValueError does not say which argument; style: checking function with a general text, bool arithmetic."""
from __future__ import annotations

import keras
from keras import ops


def check_probability(p):
    if not (p >= 0 and p < 1):
        raise ValueError(f"{p} is not a probability in [0, 1)!")


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        check_probability(rate)
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.sg = keras.random.SeedGenerator(seed)

    def get_config(self) -> dict:
        config = {"rate": self.rate, "seed": self.seed}
        config.update(super().get_config())
        return config

    def compute_output_shape(self, input_shape):
        return input_shape

    def call(self, inputs, training=None):
        if training:
            p = self.rate
            shape = ops.shape(inputs)
            m = 1 - ops.cast(keras.random.uniform(shape, seed=self.sg) < p, inputs.dtype)
            return inputs * (m / (1 - p))
        else:
            return inputs
