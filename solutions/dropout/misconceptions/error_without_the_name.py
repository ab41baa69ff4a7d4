"""
what.en = "A bad rate raises a ValueError, but its text does not say which argument was wrong."
what.ko = "잘못된 값에 ValueError가 나지만 어느 인자가 틀렸는지 메시지에 없습니다."
try.en = "Read your message as somebody who built ten layers in one line. Which argument should they look at?"
try.ko = "한 줄에서 층 열 개를 만든 사람의 눈으로 메시지를 읽어 보세요. 어느 인자를 봐야 하는지 알 수 있나요?"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError("must be at least 0 and less than 1")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

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
