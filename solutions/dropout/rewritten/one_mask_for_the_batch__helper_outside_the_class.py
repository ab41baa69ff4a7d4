"""One mask for the batch, written in the style of the alternative `helper_outside_the_class`."""

from __future__ import annotations

import keras
from keras import ops


def random_mask(shape, rate, generator, dtype):
    """0 with probability rate, else 1 / (1 - rate)."""
    u = keras.random.uniform(shape, minval=0.0, maxval=1.0, dtype="float32", seed=generator)
    return ops.cast(u >= rate, dtype) * (1.0 / (1.0 - rate))


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed=seed)

    def call(self, inputs, training=False):
        if training:
            return inputs * random_mask((1, *inputs.shape[1:]), self.rate, self.generator, inputs.dtype)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape
