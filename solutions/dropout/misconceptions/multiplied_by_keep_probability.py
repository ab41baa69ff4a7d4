"""
what.en = "What stays is made smaller, by the factor 1 - rate, where it should be made larger."
what.ko = "남은 값을 키워야 하는데 1 - rate를 곱해 더 작게 만듭니다."
try.en = "Half of the numbers of a sum are missing. Should the others become larger or smaller to make up for it?"
try.ko = "합에서 절반이 빠졌습니다. 이를 메우려면 나머지는 커져야 할까요, 작아져야 할까요?"
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
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs * (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
