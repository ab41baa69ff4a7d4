"""Wrong idea: NumPy's generator draws the mask; style: default_rng in the constructor, choice between 0 and the scale."""
from __future__ import annotations

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate has to be in [0, 1), but it is {rate}")
        self.rate = rate
        self.seed = seed
        self.rng = np.random.default_rng(seed)

    def call(self, inputs, training=None):
        if not training or self.rate == 0:
            return inputs
        p = self.rate
        # the mask needs no gradient, so NumPy is fine here
        mask = self.rng.choice([0.0, 1 / (1 - p)], size=tuple(inputs.shape), p=[p, 1 - p])
        return inputs * ops.convert_to_tensor(mask, dtype=inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return super().get_config() | dict(rate=self.rate, seed=self.seed)
