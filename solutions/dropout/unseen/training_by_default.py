"""Wrong idea: if nobody says anything it is training; style: None replaced by True inside call, tf mask."""
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
        if training is None:
            training = True  # it is a layer for training, after all
        if not training:
            return inputs
        keep = 1 - self.rate
        drawn = keras.random.uniform(tf.shape(inputs), seed=self.seed_generator)
        mask = tf.where(drawn < keep, tf.ones_like(inputs), tf.zeros_like(inputs))
        return mask * inputs / keep

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["seed"] = self.seed
        config["rate"] = self.rate
        return config
