"""
what.en = "The two cases are swapped: the slope is applied to positive inputs and negative ones pass."
what.ko = "두 경우가 뒤바뀌었습니다. negative_slope가 양수 입력에 적용되고 음수 입력은 그대로 통과합니다."
try.en = "Say your condition aloud, and then what happens where it holds. Is that the first case of the formula?"
try.ko = "조건을 소리 내어 읽고, 그 조건이 참인 곳에서 무엇이 일어나는지 말해 보세요. 식의 첫 번째 경우와 같나요?"
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
        return ops.where(inputs > 0, self.negative_slope * inputs, inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
