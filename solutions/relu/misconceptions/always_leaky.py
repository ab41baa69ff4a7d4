"""
what.en = "The slope is 0.01 whatever the argument says: the argument is kept but never used."
what.ko = "인자와 상관없이 음수 쪽 기울기가 늘 0.01입니다. 인자를 저장만 하고 쓰지 않았습니다."
try.en = "Print the output at x = -1 for two layers with different slopes. Which line of `call` should make them differ?"
try.ko = "negative_slope가 다른 두 층의 x = -1에서의 출력을 출력해 보세요. `call`의 어느 줄이 차이를 만들어야 할까요?"
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
        return ops.where(inputs > 0, inputs, 0.01 * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
