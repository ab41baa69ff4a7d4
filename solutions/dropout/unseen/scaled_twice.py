"""Wrong idea: scaling up in training has to be undone at inference; style: one factor tensor for both modes."""
from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate={rate} is outside [0, 1)")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        keep = 1.0 - self.rate
        if training:
            u = keras.random.uniform(tf.shape(inputs), seed=self.seed_generator)
            factor = tf.cast(u < keep, inputs.dtype) / keep
        else:
            # the weights have been learned with inputs that were 1 / keep too large
            factor = tf.cast(keep, inputs.dtype)
        return inputs * factor

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return dict(rate=self.rate, seed=self.seed, **super().get_config())
