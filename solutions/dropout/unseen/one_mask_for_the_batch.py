"""Wrong idea: units are dropped, so one mask serves all examples; style: mask of shape[1:], expand_dims and broadcasting."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"Invalid value for rate: {rate}. Expected 0 <= rate < 1.")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training or self.rate == 0:
            return inputs
        # "at every training step a random half of the units is missing": without the batch axis
        units = ops.shape(inputs)[1:]
        alive = keras.random.uniform(units, seed=self.seed_generator) >= self.rate
        mask = ops.cast(alive, inputs.dtype) / (1 - self.rate)
        return inputs * ops.expand_dims(mask, axis=0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(super().get_config(), rate=self.rate, seed=self.seed)
