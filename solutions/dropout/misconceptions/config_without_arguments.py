"""
what.en = "The config does not hold every argument: a loaded model cannot make the layer again."
what.ko = "config에 모든 인자가 들어 있지 않습니다. 저장한 모델을 불러올 때 층을 다시 만들 수 없습니다."
try.en = "Print `Dropout(0.3, seed=7).get_config()`. Could somebody make the same layer from it?"
try.ko = "`Dropout(0.3, seed=7).get_config()`를 출력해 보세요. 그것만 보고 같은 층을 만들 수 있나요?"
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
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config()
