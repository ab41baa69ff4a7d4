"""
what.en = "The border is the mean of the batch, not 0: an element's output depends on the other examples."
what.ko = "경계가 0이 아니라 배치의 평균입니다. 한 원소의 출력이 다른 예제에 따라 달라집니다."
try.en = "Give one example alone and then the same one in a batch. Should its output change?"
try.ko = "예제 하나를 혼자 넣어 보고, 같은 예제를 배치에 섞어 넣어 보세요. 출력이 달라져야 할까요?"
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
        mean = ops.mean(inputs, axis=0)
        return ops.where(inputs > mean, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
