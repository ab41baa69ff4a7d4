"""Wrong idea: the mask is as large as inputs.shape says; style: tf stateless random, shape as a list, flag for training."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not (0.0 <= rate < 1.0):
            raise ValueError("Dropout: `rate` must lie between 0 (allowed) and 1 (not allowed), not " + str(rate))
        self.rate = rate
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        dropping = bool(training) and self.rate > 0
        if dropping:
            size = [int(n) for n in inputs.shape]
            numbers = keras.random.uniform(size, seed=self.seeds)
            keep = tf.cast(tf.math.greater_equal(numbers, self.rate), inputs.dtype)
            return keep * inputs / (1 - self.rate)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return super().get_config() | {"rate": self.rate, "seed": self.seed}
