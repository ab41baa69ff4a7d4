"""
what.en = "With a seed, every call gives the same mask: it starts anew each time, from an integer or from a generator made in `call`."
what.ko = "시드를 주면 호출할 때마다 같은 마스크가 나옵니다. 정수를 그대로 넘기거나 `call` 안에서 생성기를 만들어 매번 처음부터 시작합니다."
try.en = "Draw twice with `keras.random.uniform((3,), seed=7)`. What has to remember that a draw was made?"
try.ko = "`keras.random.uniform((3,), seed=7)`을 두 번 실행해 보세요. 이미 뽑았다는 사실은 무엇이 기억해야 할까요?"
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

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
