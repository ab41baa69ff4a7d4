"""
what.en = "The calls are counted by a Python number: in a traced function it counts once, and the mask stays the same."
what.ko = "호출 횟수를 파이썬 숫자로 셉니다. 추적된 함수 안에서는 한 번만 세어져 마스크가 바뀌지 않습니다."
try.en = "Print something in `call` and run `model.fit`. How often does it appear? What is repeated at every step, then?"
try.ko = "`call`에 print를 넣고 `model.fit`을 돌려 보세요. 몇 번 출력되나요? 그렇다면 매 단계 반복되는 것은 무엇일까요?"
"""

from __future__ import annotations

import random

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
        self.first = seed if seed is not None else random.randrange(10**6)
        self.calls = 0

    def call(self, inputs, training=None):
        if not training:
            return inputs
        self.calls += 1
        keep = keras.random.uniform(ops.shape(inputs), seed=self.first + self.calls) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
