"""
what.en = "The config holds neither rate nor seed: a loaded model cannot make the layer again."
what.ko = "config에 rate와 seed가 없습니다. 저장한 모델을 불러올 때 층을 다시 만들 수 없습니다."
try.en = "Which arguments would somebody need to make this layer again?"
try.ko = "이 층을 다시 만들려면 어떤 인자가 필요한가요?"
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
