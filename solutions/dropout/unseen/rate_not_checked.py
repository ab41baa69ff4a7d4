"""Wrong idea: only that rate is a number is looked at; style: try float(), scale computed in the graph, tf mask."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        try:
            self.rate = float(rate)
        except (TypeError, ValueError):
            raise ValueError(f"rate must be a number, received {rate!r}") from None
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        rate = tf.constant(self.rate, inputs.dtype)
        u = keras.random.uniform(tf.shape(inputs), seed=self.seed_generator)
        keep = tf.cast(tf.logical_not(u < self.rate), inputs.dtype)
        return tf.math.divide(inputs * keep, 1 - rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(rate=self.rate, seed=self.seed)
        return config
