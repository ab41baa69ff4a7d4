"""Wrong idea: a seed is something one sets for the whole program; style: keras.utils.set_random_seed, tf.random.uniform."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), received {rate}")
        self.rate = rate
        self.seed = seed
        if self.seed is not None:
            # make it reproducible, as in the cells above
            keras.utils.set_random_seed(self.seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        u = tf.random.uniform(tf.shape(inputs))
        kept = tf.cast(u >= self.rate, inputs.dtype)
        return kept * inputs / (1.0 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
