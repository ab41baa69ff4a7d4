"""
what.en = "The elements nearest to 0 are dropped: their size decides, not chance."
what.ko = "0에 가까운 원소를 버립니다. 우연이 아니라 값의 크기로 정해집니다."
try.en = "Call the layer twice on one input. Can the mask differ, if nothing in it is drawn?"
try.ko = "같은 입력을 넣어 층을 두 번 호출해 보세요. 뽑는 것이 없다면 마스크가 달라질 수 있을까요?"
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
        threshold = ops.quantile(ops.abs(inputs), self.rate)
        keep = ops.abs(inputs) >= threshold
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
