"""Wrong idea: kwargs are taken and forgotten; style: tf, early return, a cast mask, helper method."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__()
        if not 0 <= rate < 1:
            raise ValueError(f"rate = {rate} is not in [0, 1)")
        self.rate, self.seed = rate, seed
        self.gen = keras.random.SeedGenerator(seed)

    def mask(self, x):
        numbers = keras.random.uniform(tf.shape(x), seed=self.gen)
        return tf.cast(numbers >= self.rate, x.dtype) / (1 - self.rate)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        return inputs * self.mask(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(rate=self.rate, seed=self.seed)
        return config
