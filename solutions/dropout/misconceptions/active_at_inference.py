"""
what.en = "The layer drops at inference too: two predictions for one example differ."
what.ko = "추론할 때도 값을 버립니다. 같은 예제를 두 번 예측하면 결과가 다릅니다."
try.en = "Which argument of `call` tells you whether the network is being trained, and where do you use it?"
try.ko = "신경망이 학습 중인지 알려 주는 `call`의 인자는 무엇이고, 어디에서 쓰고 있나요?"
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
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
