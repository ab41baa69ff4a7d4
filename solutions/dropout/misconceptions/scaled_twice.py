"""
what.en = "The scale is right in training, but at inference the input is multiplied by 1 - rate as well."
what.ko = "학습할 때의 배율은 맞지만, 추론할 때도 입력에 1 - rate를 곱합니다."
try.en = "Two ways of scaling are mixed here. Compare the mean of the output in both modes: it should be corrected once."
try.ko = "두 가지 방식이 섞여 있습니다. 두 모드의 출력 평균을 비교해 보세요. 보정은 한 번이면 됩니다."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs * (1 - self.rate)
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
