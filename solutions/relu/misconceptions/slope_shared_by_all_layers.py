"""
what.en = "The slope is kept on the class: all layers share the slope of the one that was made last."
what.ko = "negative_slope를 클래스에 저장했습니다. 모든 층이 마지막에 만든 층의 negative_slope를 함께 씁니다."
try.en = "Make two layers with different slopes, then print the slope of the first. Where should each keep its own?"
try.ko = "negative_slope가 다른 층을 두 개 만든 뒤 첫 번째 층의 negative_slope를 출력해 보세요. 각자의 값은 어디에 있어야 할까요?"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    negative_slope = 0.0

    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        ReLU.negative_slope = negative_slope

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, ReLU.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
