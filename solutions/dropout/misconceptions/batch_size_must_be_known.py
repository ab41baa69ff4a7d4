"""
what.en = "The mask's shape is taken from `inputs.shape`, in which the batch size is None inside a model."
what.ko = "마스크의 모양을 `inputs.shape`에서 가져옵니다. 모델 안에서는 그 배치 크기가 None입니다."
try.en = "Print `inputs.shape` in `call` and call the layer on `keras.Input((3,))`. Which function gives a tensor's shape while the model runs?"
try.ko = "`call`에서 `inputs.shape`를 출력하고 `keras.Input((3,))`을 넣어 층을 호출해 보세요. 모델이 실행될 때의 모양은 어떤 함수로 얻나요?"
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
            return inputs
        keep = keras.random.uniform(inputs.shape, seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
