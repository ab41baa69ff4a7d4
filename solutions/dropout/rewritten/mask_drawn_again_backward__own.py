"""Wrong idea: the gradient draws a mask of its own; style: tf.custom_gradient around a masking function."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        if not (rate >= 0 and rate < 1):
            raise ValueError(f"rate={rate} is outside [0, 1)")
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def _mask(self, values):
        """Random zeros and scaled values."""
        draw = keras.random.uniform(tf.shape(values), seed=self.seed_generator)
        return tf.where(draw >= self.rate, values / (1 - self.rate), tf.zeros_like(values))

    def call(self, inputs, training=None):
        if not training:
            return inputs

        @tf.custom_gradient
        def drop(x):
            def backward(upstream):
                return self._mask(upstream)  # the gradient is dropped in the same way

            return self._mask(x), backward

        return drop(tf.convert_to_tensor(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["rate"] = self.rate
        config["seed"] = self.seed
        return config
