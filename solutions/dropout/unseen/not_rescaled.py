"""Wrong idea: dropped is dropped, nothing else changes; style: subtracts the dropped part from the input."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not (rate >= 0 and rate < 1):
            raise ValueError("rate must be in [0, 1), received rate=" + repr(rate))
        self.rate = rate
        self.seed = seed
        self.dice = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        dice = keras.random.uniform(ops.shape(inputs), seed=self.dice)
        dropped = ops.cast(dice < self.rate, inputs.dtype)
        # take the dropped part away
        return inputs - dropped * inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {"seed": self.seed, "rate": self.rate, **super().get_config()}
