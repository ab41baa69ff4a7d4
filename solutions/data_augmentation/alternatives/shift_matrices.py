"""
idea.en = "a matrix of zeros and ones for the rows and one for the columns; what is not covered is filled"
idea.ko = "행과 열을 옮기는 0과 1의 행렬을 곱하고, 덮이지 않은 곳을 채우기"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, got {max_shift}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def matrix(self, offset, size, dtype):
        """(batch, size, size): 1 where output row i is input row i - offset."""
        i = ops.reshape(ops.arange(size), (1, -1, 1))
        j = ops.reshape(ops.arange(size), (1, 1, -1))
        return ops.cast(ops.equal(j, i - ops.reshape(offset, (-1, 1, 1))), dtype)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        batch, height, width, _ = ops.shape(inputs)
        low, high = -self.max_shift, self.max_shift + 1
        dy = keras.random.randint((batch,), low, high, dtype="int32", seed=self.seed_generator)
        dx = keras.random.randint((batch,), low, high, dtype="int32", seed=self.seed_generator)
        down, right = self.matrix(dy, height, "float64"), self.matrix(dx, width, "float64")
        moved = ops.einsum("bij,bjkc->bikc", down, ops.cast(inputs, "float64"))
        moved = ops.einsum("blk,bikc->bilc", right, moved)
        covered = ops.einsum("bi,bl->bil", ops.sum(down, axis=2), ops.sum(right, axis=2))[..., None]
        return ops.cast(moved + (1 - covered) * self.fill_value, inputs.dtype)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
