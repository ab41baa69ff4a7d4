"""
what.en = "A negative slope raises a ValueError, but its text does not say which argument was wrong."
what.ko = "음수인 negative_slope에 ValueError가 나지만 어느 인자가 틀렸는지 메시지에 없습니다."
try.en = "Read your message as somebody who built ten layers in one line. Which argument should they look at?"
try.ko = "한 줄에서 층 열 개를 만든 사람의 눈으로 메시지를 읽어 보세요. 어느 인자를 봐야 하는지 알 수 있나요?"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError("the value must not be negative")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
