"""Wrong idea: the integer itself is the seed of every draw; style: tf.random.stateless_uniform, method that draws."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"`rate` must be in [0, 1); received {rate}")
        self.rate = rate
        self.seed = seed

    def _numbers(self, shape):
        if self.seed is None:
            return tf.random.uniform(shape)
        # reproducible (this function wants two integers)
        return tf.random.stateless_uniform(shape, seed=[self.seed, 0])

    def call(self, inputs, training=None):
        if not training:
            return inputs
        off = self._numbers(tf.shape(inputs)) < self.rate
        return tf.where(off, tf.zeros_like(inputs), inputs * (1 / (1 - self.rate)))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
