"""
what.en = "The config holds no `negative_slope`: a layer that is saved and loaded falls back to slope 0."
what.ko = "config에 `negative_slope`가 없습니다. 저장했다가 불러온 층에서는 그 값이 0으로 돌아갑니다."
try.en = "Print `ReLU(negative_slope=0.3).get_config()`. Could somebody build the same layer from it?"
try.ko = "`ReLU(negative_slope=0.3).get_config()`를 출력해 보세요. 그것만 보고 같은 층을 만들 수 있나요?"
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
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        return super().get_config()
