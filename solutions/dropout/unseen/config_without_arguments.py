"""Wrong idea: the base class saves everything by itself; style: get_config filters the base config."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0:
            raise ValueError(f"rate must not be below 0: {rate}")
        if rate >= 1:
            raise ValueError(f"rate must be below 1: {rate}")
        self.rate = rate
        self.seed = seed
        self.random = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if training:
            u = keras.random.uniform(ops.shape(inputs), seed=self.random)
            factor = ops.where(u < self.rate, 0.0, 1.0 / (1.0 - self.rate))
            inputs = inputs * ops.cast(factor, inputs.dtype)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        # rate and seed are attributes of the layer, Keras finds them
        config = super().get_config()
        return {key: value for key, value in config.items() if value is not None}
