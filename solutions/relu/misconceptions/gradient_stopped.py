"""
what.en = "The values are right, but no gradient reaches the input: the path is cut on purpose by stop_gradient."
what.ko = "값은 맞지만 입력까지 기울기가 전달되지 않습니다. stop_gradient가 경로를 끊었습니다."
try.en = "A comparison has no gradient, so nothing has to be kept away from it. Leave the path from input to output whole."
try.ko = "비교에는 기울기가 없으므로 기울기를 막을 필요가 없습니다. 입력에서 출력까지의 경로를 이어 두세요."
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
        positive = inputs > 0
        return ops.stop_gradient(ops.where(positive, inputs, self.negative_slope * inputs))

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
