"""
what.en = "What stays is not scaled up, so that the next layer sees smaller sums in training than at inference."
what.ko = "남은 값을 키우지 않아서 다음 층이 받는 합이 추론할 때보다 학습할 때 더 작습니다."
try.en = "Compare the mean of the output in training with that at inference, for an input of ones."
try.ko = "모두 1인 입력으로 학습 출력과 추론 출력의 평균을 비교해 보세요."
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
        return ops.where(keep, inputs, 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
