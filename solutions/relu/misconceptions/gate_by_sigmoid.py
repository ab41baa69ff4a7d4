"""
what.en = "The input is multiplied by its sigmoid: a soft gate in the place of the hard one."
what.ko = "입력에 그 입력의 시그모이드 값을 곱했습니다. 켜지거나 꺼지기만 하는 게이트 대신 부드러운 게이트입니다."
try.en = "The gate of a ReLU is either open or shut. What decides it?"
try.ko = "ReLU의 게이트는 열려 있거나 닫혀 있거나 둘 중 하나입니다. 무엇이 그것을 정하나요?"
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
        gate = 1 / (1 + ops.exp(-inputs))
        return inputs * gate + self.negative_slope * inputs * (1 - gate)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
