"""The comparison is reversed, written in the style of the alternative `floor_of_shifted_uniform`."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if training:
            keep_probability = 1.0 - self.rate
            mask = ops.floor(self.rate + keras.random.uniform(ops.shape(inputs), seed=self.seed_generator))
            return ops.cast(mask, inputs.dtype) * (inputs / keep_probability)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
