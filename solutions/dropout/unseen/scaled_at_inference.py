"""Wrong idea: the first paper's way, times 1 - rate at inference; style: two methods, one for each mode."""
from __future__ import annotations

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
        return self.in_training(inputs) if training else self.at_inference(inputs)

    def in_training(self, x):
        u = keras.random.uniform(ops.shape(x), seed=self.seed_generator)
        return ops.where(u < self.rate, ops.zeros_like(x), x)

    def at_inference(self, x):
        # all units are there: make the sums as small as they were in training
        return (1 - self.rate) * x

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
