"""Wrong idea: every probability is allowed, 1 as well; style: check by clamping, tf bool mask."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate != min(max(rate, 0.0), 1.0):
            raise ValueError(f"rate is a probability, {rate} is none")
        self.rate = rate
        self.seed = seed
        self.random_source = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if training and self.rate:
            keep = 1 - self.rate
            present = keras.random.uniform(tf.shape(inputs), seed=self.random_source) < keep
            scaled = inputs / tf.cast(keep, inputs.dtype)
            return scaled * tf.cast(present, inputs.dtype)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
