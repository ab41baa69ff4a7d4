"""Wrong idea: the elements nearest to 0 are dropped, nothing is drawn; style: ranks by two argsorts, ops."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    """The elements that say least are left out."""

    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError("rate should be at least 0 and less than 1, it is %s" % rate)
        self.rate = rate
        self.seed = seed

    def call(self, inputs, training=None):
        if not training:
            return inputs
        size = ops.reshape(ops.abs(inputs), (-1,))
        rank = ops.argsort(ops.argsort(size))  # 0 for the smallest one
        share = ops.cast(rank, "float32") / ops.cast(ops.shape(rank)[0], "float32")  # in [0, 1)
        keep = ops.reshape(share >= self.rate, ops.shape(inputs))
        return ops.where(keep, inputs / (1 - self.rate), ops.zeros_like(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {"rate": self.rate, "seed": self.seed, **super().get_config()}
