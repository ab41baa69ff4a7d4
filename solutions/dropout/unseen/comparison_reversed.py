"""Wrong idea: the share 1 - rate is dropped; style: keep probability from the constructor, floor(uniform + p) as the mask."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), received rate={rate}")
        self.rate = rate
        self.seed = seed
        self.keep_probability = 1.0 - rate
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training or self.rate == 0:
            return inputs
        u = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)
        # floor gives 0 or 1: it is 1 if u + rate reaches 1
        mask = ops.cast(ops.floor(u + self.rate), inputs.dtype)
        return inputs * mask / self.keep_probability

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["rate"] = self.rate
        config["seed"] = self.seed
        return config
