"""
what.en = "The values are right, but the gradient at exactly 0 is 1: zero was put in with the positive inputs."
what.ko = "값은 맞지만 정확히 0에서 미분값이 1입니다. 0을 양수 쪽에 넣었습니다."
try.en = "Look at the comparison. In the formula, which case does x = 0 belong to?"
try.ko = "비교 연산을 보세요. 식에서 x = 0은 어느 경우에 속하나요?"
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
        return ops.where(inputs >= 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
