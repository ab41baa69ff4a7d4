"""
idea.en = "a normal draw above its quantile, in float32 whatever the dtype"
idea.ko = "정규 난수가 분위수를 넘는지로 결정, dtype과 상관없이 float32로"
"""

from __future__ import annotations

from statistics import NormalDist

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
        if training and self.rate > 0:
            quantile = NormalDist().inv_cdf(self.rate)
            z = keras.random.normal(ops.shape(inputs), dtype="float32", seed=self.seed_generator)
            outputs = ops.where(z > quantile, ops.cast(inputs, "float32") / (1 - self.rate), 0.0)
            return ops.cast(outputs, self.compute_dtype)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
