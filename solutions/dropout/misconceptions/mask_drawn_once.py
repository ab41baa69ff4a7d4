"""
what.en = "The mask is drawn when the layer is built and never again: the same elements are dropped for ever."
what.ko = "마스크를 층을 만들 때 한 번만 뽑습니다. 늘 같은 원소가 버려집니다."
try.en = "How often is `build` run, and how often is `call`? Which of the two should draw?"
try.ko = "`build`는 몇 번, `call`은 몇 번 실행되나요? 난수는 어느 쪽에서 뽑아야 할까요?"
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

    def build(self, input_shape):
        uniform = keras.random.uniform(tuple(input_shape[1:]), seed=self.seed_generator)
        self.mask = self.add_weight(shape=tuple(input_shape[1:]), trainable=False, name="mask")
        self.mask.assign(ops.cast(uniform >= self.rate, "float32"))

    def call(self, inputs, training=None):
        if not training:
            return inputs
        return inputs * ops.cast(self.mask, inputs.dtype) / (1 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
