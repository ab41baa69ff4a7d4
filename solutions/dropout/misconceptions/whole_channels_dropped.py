"""
what.en = "In sequences and images a feature is dropped at all positions at once: the mask has no positions."
what.ko = "시퀀스와 이미지에서 한 특성을 모든 위치에서 한꺼번에 버립니다. 마스크에 위치 차원이 없습니다."
try.en = "Print one channel of one image after a training call. Should all its pixels share one fate?"
try.ko = "학습 모드로 호출한 뒤 이미지 하나의 채널 하나를 출력해 보세요. 모든 픽셀이 같은 운명이어야 하나요?"
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
        shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 2) + (inputs.shape[-1],)
        keep = keras.random.uniform(shape, seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
