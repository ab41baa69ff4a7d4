"""
what.en = "Seed 0 counts as no seed: `if seed` is false for 0."
what.ko = "시드 0을 시드가 없는 것으로 취급합니다. `if seed`는 0일 때 거짓입니다."
try.en = "Which values make `if seed:` false, and which of them is a seed?"
try.ko = "`if seed:`를 거짓으로 만드는 값은 무엇이고, 그중 시드로 쓸 수 있는 값은 무엇인가요?"
"""

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
        if seed:
            self.seed_generator = keras.random.SeedGenerator(seed)
        else:
            self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
