"""
what.en = "The border is a small positive number, not 0: tiny positive inputs are taken for negative ones."
what.ko = "경계가 0이 아니라 작은 양수입니다. 아주 작은 양수 입력이 음수로 취급됩니다."
try.en = "The comparison needs no small number in it: nothing is divided by x. What does the formula compare x with?"
try.ko = "x로 나누지 않으므로 비교에 작은 수를 넣을 필요가 없습니다. 식에서는 x를 무엇과 비교하나요?"
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
        return ops.where(inputs > keras.backend.epsilon(), inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
