"""
what.en = "A negative slope is accepted without a word."
what.ko = "음수인 negative_slope를 아무 말 없이 받아들입니다."
try.en = "Refuse what makes no sense where it comes in: in the constructor, by an error that names the argument."
try.ko = "말이 안 되는 값은 들어오는 곳, 곧 생성자에서 인자 이름이 담긴 오류로 거절하세요."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        self.negative_slope = negative_slope

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
