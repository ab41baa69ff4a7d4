"""Wrong idea: multiplying by normal numbers of the right mean and variance drops as well; style: keras.random.normal."""
from __future__ import annotations

import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), received {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training or not self.rate:
            return inputs
        # m has mean 1 and variance p/(1-p); only these two matter for the next layer's sum
        deviation = math.sqrt(self.rate / (1 - self.rate))
        m = keras.random.normal(ops.shape(inputs), mean=1.0, stddev=deviation, seed=self.seed_generator)
        return inputs * ops.cast(m, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
