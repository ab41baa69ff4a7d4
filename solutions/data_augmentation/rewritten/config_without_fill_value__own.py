"""Wrong idea: get_config lacks fill_value; style: loop over all possible shifts, tf.where."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift: int = 1, fill_value: float = 0.0, seed: int | None = None, **kwargs) -> None:
        if isinstance(max_shift, bool) or not isinstance(max_shift, int):
            raise ValueError(f"max_shift is not an integer: {max_shift!r}")
        if max_shift < 0:
            raise ValueError(f"max_shift is negative: {max_shift!r}")
        super().__init__(**kwargs)
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def _shift(self, images, chosen, axis):
        """Move example k by chosen[k] along `axis`: try each possible shift, keep the chosen one."""
        border = [[0, 0]] * 4
        border[axis] = [self.max_shift, self.max_shift]
        padded = tf.pad(images, border, constant_values=tf.cast(self.fill_value, images.dtype))
        size = tf.shape(images)
        result = images
        for shift in range(-self.max_shift, self.max_shift + 1):
            begin = [0, 0, 0, 0]
            begin[axis] = self.max_shift - shift
            moved = tf.slice(padded, begin, size)
            mine = tf.reshape(tf.equal(chosen, shift), [-1, 1, 1, 1])
            result = tf.where(mine, moved, result)
        return result

    def call(self, inputs, training=None):
        if not training or self.max_shift == 0:
            return inputs
        batch = tf.shape(inputs)[0]
        chosen = keras.random.randint((batch, 2), -self.max_shift, self.max_shift + 1, seed=self.generator)
        down = self._shift(inputs, chosen[:, 0], axis=1)
        return self._shift(down, chosen[:, 1], axis=2)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["max_shift"] = self.max_shift
        config["seed"] = self.seed
        return config
