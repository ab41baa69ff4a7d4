"""
what.en = "The comparison in the mask is the wrong way round: the share 1 - rate is dropped."
what.ko = "마스크의 비교 방향이 거꾸로입니다. 1 - rate만큼 버려집니다."
try.en = "For which numbers between 0 and 1 should an element be dropped? Draw them on a line for rate 0.2."
try.ko = "0과 1 사이의 어떤 수가 나왔을 때 버려야 하나요? rate가 0.2일 때를 수직선에 그려 보세요."
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
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
