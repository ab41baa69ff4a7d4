"""
what.en = "The mask is made for (batch, features): sequences and images raise an error."
what.ko = "마스크를 (batch, features) 모양으로만 만듭니다. 시퀀스와 이미지에서는 오류가 납니다."
try.en = "How many sizes does the shape of a batch of images have? Write the mask without counting them."
try.ko = "이미지 배치의 모양에는 숫자가 몇 개 있나요? 개수를 세지 않고 마스크를 만들어 보세요."
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
        batch, features = ops.shape(inputs)
        keep = keras.random.uniform((batch, features), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
