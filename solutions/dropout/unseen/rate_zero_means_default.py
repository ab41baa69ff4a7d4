"""Wrong idea: rate 0 means "not chosen" and becomes 0.5; style: module constant, fallback inside call."""
from __future__ import annotations

import keras
from keras import ops

USUAL_RATE = 0.5  # Srivastava et al.


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
        p = self.rate if self.rate else USUAL_RATE
        if training:
            u = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)
            return ops.where(u >= p, inputs / (1 - p), ops.zeros_like(inputs))
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["rate"] = self.rate
        config["seed"] = self.seed
        return config
