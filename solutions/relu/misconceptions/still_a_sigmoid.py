"""
what.en = "The output is squashed between 0 and 1: this is the sigmoid of the previous lesson."
what.ko = "출력이 0과 1 사이로 눌립니다. 이것은 앞 수업의 시그모이드입니다."
try.en = "What made the gradient vanish was the flat end of this curve. What should become of an input of 5?"
try.ko = "기울기를 사라지게 한 것이 바로 이 곡선의 평평한 끝입니다. 입력 5는 무엇이 되어야 할까요?"
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
        return 1 / (1 + ops.exp(-inputs))

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
