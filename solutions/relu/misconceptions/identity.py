"""
what.en = "The layer gives back its input: there is nothing in it that is not linear."
what.ko = "층이 입력을 그대로 돌려줍니다. 비선형성이 전혀 없습니다."
try.en = "Two linear layers in a row are one linear layer. Treat the inputs on the two sides of 0 differently."
try.ko = "선형 층을 두 개 이어도 하나의 선형 층일 뿐입니다. 0의 양쪽 입력을 다르게 다루어 보세요."
"""

from __future__ import annotations

import keras


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return inputs

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
