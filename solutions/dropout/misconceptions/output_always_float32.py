"""
what.en = "The output is always float32, because the mask is. In mixed precision the layer should compute in float16, for speed."
what.ko = "마스크가 float32여서 출력이 늘 float32입니다. 혼합 정밀도에서는 속도를 위해 float16으로 계산해야 합니다."
try.en = "Compare the dtype of the output with `layer.compute_dtype` for a layer made with dtype float16."
try.ko = "dtype을 float16으로 준 층에서 출력의 자료형을 `layer.compute_dtype`과 비교해 보세요."
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
        mask = ops.cast(keep, "float32") / (1 - self.rate)
        return ops.cast(inputs, "float32") * mask

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
