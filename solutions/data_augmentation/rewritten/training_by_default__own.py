"""Wrong idea: a call without `training` counts as training; style: clipped indices and a mask, ops only."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift: int = 1, fill_value: float = 0.0, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be a whole number >= 0, got {max_shift!r}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.random = keras.random.SeedGenerator(seed)

    def _source(self, batch, size):
        """Where each output row (or column) comes from, and whether that place exists."""
        shift = keras.random.randint((batch, 1), -self.max_shift, self.max_shift + 1, seed=self.random)
        source = ops.expand_dims(ops.arange(size, dtype="int32"), 0) - shift
        exists = ops.logical_and(source >= 0, source < size)
        return ops.clip(source, 0, size - 1), exists

    def call(self, inputs, training=True):
        if training is False:
            return inputs
        shape = ops.shape(inputs)
        rows, row_ok = self._source(shape[0], shape[1])
        columns, column_ok = self._source(shape[0], shape[2])
        moved = ops.take_along_axis(inputs, rows[:, :, None, None], axis=1)
        moved = ops.take_along_axis(moved, columns[:, None, :, None], axis=2)
        ok = ops.logical_and(row_ok[:, :, None, None], column_ok[:, None, :, None])
        return ops.where(ok, moved, ops.cast(self.fill_value, moved.dtype))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(max_shift=self.max_shift, fill_value=self.fill_value, seed=self.seed)
        return config
