"""Wrong idea: one draw decides for a whole example; style: noise shape (batch, 1, ...), stateless tf.random."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        self.rate = self._valid(rate)
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    @staticmethod
    def _valid(rate):
        if 0 <= rate < 1:
            return rate
        raise ValueError(f"Dropout: rate must be in [0, 1), but rate={rate}")

    def call(self, inputs, training=None):
        if not training:
            return inputs
        x = tf.convert_to_tensor(inputs)
        noise_shape = [tf.shape(x)[0]] + [1] * (len(x.shape) - 1)  # the rest is broadcast
        state = tf.cast(self.seeds.next(), tf.int32)
        noise = tf.random.stateless_uniform(noise_shape, seed=state)
        scale = tf.cast(noise >= self.rate, x.dtype) / (1.0 - self.rate)
        return x * scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return super().get_config() | {"rate": self.rate, "seed": self.seed}
