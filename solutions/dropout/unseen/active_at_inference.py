"""Wrong idea: dropping at inference too, since the layer is always the same function; style: ops, SeedGenerator, where."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate must be in [0, 1), received {rate}")
        self.rate = rate
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        # E[y] = x, so nothing special has to be done at inference
        u = keras.random.uniform(ops.shape(inputs), seed=self.generator)
        scaled = inputs / (1 - self.rate)
        return ops.where(u < self.rate, ops.zeros_like(inputs), scaled)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
