"""Wrong idea: the dropped values are computed and lost, the input comes out; style: helper method, tf."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    """Drop a part of the activations in training."""

    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0.0 <= rate < 1.0:
            raise ValueError(f"The rate must be from 0 up to (not including) 1, received {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def _drop(self, x):
        """Zero a share of the elements of x and scale up the others."""
        noise = keras.random.uniform(tf.shape(x), seed=self.seed_generator)
        x = tf.where(noise < self.rate, tf.zeros_like(x), x / (1.0 - self.rate))

    def call(self, inputs, training=None):
        if training:
            self._drop(inputs)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
