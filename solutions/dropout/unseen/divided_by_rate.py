"""Wrong idea: the survivors are divided by rate; style: p as in the formula taken for the survivors, scale stored in the constructor."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be >= 0 and < 1, received {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        # "divide by the probability"; rate 0 drops nothing, needs no scale
        self.scale = 1.0 / rate if rate > 0 else 1.0

    def call(self, inputs, training=None):
        if training is None or training is False:
            return inputs
        random_numbers = keras.random.uniform(ops.shape(inputs), 0.0, 1.0, seed=self.seed_generator)
        survivors = ops.cast(ops.greater_equal(random_numbers, self.rate), inputs.dtype)
        return ops.multiply(inputs, survivors) * self.scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(super().get_config(), rate=self.rate, seed=self.seed)
