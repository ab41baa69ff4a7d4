"""Wrong idea: an input is always (batch, features); style: shape unpacked into two names, einsum for the product."""
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
        if not training:
            return inputs
        batch_size, features = ops.shape(inputs)
        u = keras.random.uniform((batch_size, features), seed=self.seed_generator)
        mask = ops.cast(u > self.rate, inputs.dtype) if self.rate > 0 else ops.ones_like(inputs)
        return ops.einsum("bf,bf->bf", inputs, mask) / (1 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(super().get_config(), rate=self.rate, seed=self.seed)
