"""Wrong idea: the seed is kept for the config only, the generator never gets it; style: helper that makes the generator, default None."""
from __future__ import annotations

import keras
from keras import ops


def new_generator(seed=None):
    return keras.random.SeedGenerator(seed)


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be at least 0 and below 1, received {rate}")
        self.rate = rate
        self.generator = new_generator()
        self.seed = seed

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.generator) >= self.rate
        return ops.multiply(inputs, ops.cast(keep, inputs.dtype)) / (1 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
