"""Wrong idea: dropping happens outside training; style: a flag worked out first, one expression with where."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"`rate` must be in [0, 1), but {rate} was given")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        # in training the layer has to learn from the whole input
        complete = bool(training) or self.rate == 0
        if complete:
            return inputs
        return ops.where(
            keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) < self.rate,
            ops.zeros_like(inputs),
            inputs / (1 - self.rate),
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
