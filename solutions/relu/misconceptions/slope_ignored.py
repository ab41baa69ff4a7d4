"""
what.en = "The layer is the plain ReLU for every slope: `negative_slope` is accepted, kept and never used."
what.ko = "`negative_slope`가 무엇이든 기본 ReLU로 동작합니다. 인자를 받아서 저장만 하고 쓰지 않았습니다."
try.en = "What should negative inputs become when the slope is not 0? Let that number take part in `call`."
try.ko = "`negative_slope`가 0이 아니면 음수 입력은 무엇이 되어야 할까요? 그 숫자를 `call`에서 사용해 보세요."
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
        return ops.maximum(0.0, inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
