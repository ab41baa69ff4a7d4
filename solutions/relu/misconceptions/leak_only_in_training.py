"""
what.en = "The slope is used only with training=True: at inference the layer is another function."
what.ko = "training=True일 때만 negative_slope를 씁니다. 추론할 때는 다른 함수가 됩니다."
try.en = "A network should predict with the function that it was trained with. Does the formula speak of training?"
try.ko = "신경망은 학습할 때 쓴 바로 그 함수로 예측해야 합니다. 식에 학습 여부가 들어 있나요?"
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

    def call(self, inputs, training=False):
        slope = self.negative_slope if training else 0.0
        return ops.where(inputs > 0, inputs, slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
