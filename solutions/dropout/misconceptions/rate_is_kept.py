"""
what.en = "`rate` is read as the share that stays, in the mask and in the scale."
what.ko = "`rate`를 남기는 비율로 읽었습니다. 마스크와 배율에 모두 그렇게 썼습니다."
try.en = "Count the zeros for rate 0.2. Should they be many or few?"
try.ko = "rate가 0.2일 때 0의 개수를 세어 보세요. 많아야 하나요, 적어야 하나요?"
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
        if not training or self.rate == 0:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) < self.rate
        return ops.where(keep, inputs / self.rate, 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
