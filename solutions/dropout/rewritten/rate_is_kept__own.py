"""Wrong idea: rate is read as the share that stays, in mask and scale; style: comparison mask times scale, ops."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate has to lie in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training or self.rate == 0:
            return inputs  # nothing to do
        numbers = keras.random.uniform(ops.shape(inputs), seed=self.generator)
        mask = ops.cast(numbers < self.rate, inputs.dtype)  # 1 = stays
        return inputs * mask / self.rate

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(rate=self.rate, seed=self.seed)
        return config
