"""Wrong idea: a loaded layer needs no seed, so the config holds the rate only; style: tf.where, generator made in build."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate should be a number from 0 to 1 (1 excluded); received {rate}")
        self.rate = float(rate)
        self.seed = seed

    def build(self, input_shape):
        self.seed_generator = keras.random.SeedGenerator(self.seed)
        super().build(input_shape)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        dropped = keras.random.uniform(tf.shape(inputs), seed=self.seed_generator) < self.rate
        return tf.where(dropped, tf.zeros_like(inputs), inputs / (1.0 - self.rate))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        # the seed only matters while training
        return {"rate": self.rate, **super().get_config()}
