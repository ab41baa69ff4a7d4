"""Wrong idea: any number is accepted for max_shift; style: pad with fill_value, then tf.gather_nd."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    """Move each picture of a batch a little (in training)."""

    def __init__(self, max_shift: int = 1, fill_value: float = 0.0, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def _offsets(self, n):
        """One whole number from 0 to 2 * max_shift for each example."""
        return keras.random.randint((n,), 0, 2 * self.max_shift + 1, dtype="int32", seed=self.seed_generator)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        m = self.max_shift
        shape = tf.shape(inputs)
        n, height, width = shape[0], shape[1], shape[2]
        frame = tf.cast(self.fill_value, inputs.dtype)
        bigger = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=frame)

        top = tf.reshape(self._offsets(n), [-1, 1, 1])
        left = tf.reshape(self._offsets(n), [-1, 1, 1])
        example = tf.reshape(tf.range(n), [-1, 1, 1])
        row = tf.reshape(tf.range(height), [1, -1, 1]) + top
        column = tf.reshape(tf.range(width), [1, 1, -1]) + left
        everything = (n, height, width)
        index = tf.stack([tf.broadcast_to(part, everything) for part in (example, row, column)], axis=-1)
        return tf.ensure_shape(tf.gather_nd(bigger, index), inputs.shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        mine = {"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed}
        return {**super().get_config(), **mine}
