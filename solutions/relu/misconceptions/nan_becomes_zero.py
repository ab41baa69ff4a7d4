"""
what.en = "NaN comes out as 0: with slope 0 everything that is not positive is set to the constant 0."
what.ko = "NaN이 0이 되어 나옵니다. negative_slope가 0이면 양수가 아닌 것을 모두 상수 0으로 바꾸기 때문입니다."
try.en = "A NaN is not positive either. Let the second case depend on the input also when the slope is 0."
try.ko = "NaN도 양수가 아닙니다. negative_slope가 0일 때도 두 번째 경우가 입력에 의존하도록 해 보세요."
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
        if self.negative_slope == 0:
            return ops.where(inputs > 0, inputs, ops.zeros_like(inputs))
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
