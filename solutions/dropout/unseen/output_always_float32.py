"""Wrong idea: everything is brought to the mask's float32; style: tf, cast at the top, one variable x all through."""
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
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        # random numbers are float32, and TensorFlow does not multiply different types
        x = tf.cast(inputs, tf.float32)
        if training:
            u = keras.random.uniform(tf.shape(x), seed=self.seed_generator)
            x = tf.where(u < self.rate, 0.0, x / (1.0 - self.rate))
        return x

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        for key in ("rate", "seed"):
            config[key] = getattr(self, key)
        return config
