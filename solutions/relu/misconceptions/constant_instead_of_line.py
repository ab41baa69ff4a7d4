"""
what.en = "All negative inputs come out as the slope itself: it is used as a value, not as a factor."
what.ko = "모든 음수 입력이 negative_slope 값 자체로 나옵니다. negative_slope를 곱하지 않고 값으로 썼습니다."
try.en = "A slope says how much the output changes with the input. What must it be multiplied by?"
try.ko = "negative_slope는 음수 쪽에서 입력이 변할 때 출력이 얼마나 변하는지를 뜻합니다. 무엇에 곱해야 할까요?"
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
        return ops.where(inputs > 0, inputs, self.negative_slope)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
