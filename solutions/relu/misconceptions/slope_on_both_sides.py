"""
what.en = "The slope is added on both sides of 0: positive inputs come out as (1 + slope) times x."
what.ko = "negative_slope가 0의 양쪽에 모두 더해집니다. 양수 입력이 (1 + negative_slope) 곱하기 x가 되어 나옵니다."
try.en = "Work out each of the two parts of your sum at x = 2. Which of them should be silent for a positive input?"
try.ko = "합의 두 부분을 x = 2에서 각각 계산해 보세요. 양수 입력에서는 어느 부분이 0이어야 할까요?"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return ops.maximum(0.0, inputs) + self.negative_slope * inputs

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
