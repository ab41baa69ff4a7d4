"""Wrong idea: a coin is tossed for each element, the rate is for the scale; style: keras.random.randint(0, 2)."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0 or not rate < 1:
            raise ValueError(f"rate must be in [0, 1), received {rate}")
        self.rate = rate
        self.seed = seed
        self.coins = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        coin = keras.random.randint(ops.shape(inputs), 0, 2, seed=self.coins)  # 0 or 1
        m = ops.cast(coin, inputs.dtype) / (1 - self.rate)
        return inputs * m

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
