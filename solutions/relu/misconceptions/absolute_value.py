"""
what.en = "Negative inputs come out as positive ones: this is the absolute value."
what.ko = "음수 입력이 양수가 되어 나옵니다. 이것은 절댓값입니다."
try.en = "Work your layer out at -2 by hand, with slope 0 and with slope 0.1, and compare with the formula."
try.ko = "negative_slope가 0일 때와 0.1일 때 x = -2에서의 출력을 손으로 계산해 식과 비교해 보세요."
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
        return ops.abs(inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
