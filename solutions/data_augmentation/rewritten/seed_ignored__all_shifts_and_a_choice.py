"""Seed ignored, written in the style of the alternative `all_shifts_and_a_choice`."""

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
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs, training=None):
        if not training:
            return inputs
        m, n = self.max_shift, 2 * self.max_shift + 1
        height, width = inputs.shape[1], inputs.shape[2]
        fill = ops.full_like(inputs[:, :1], self.fill_value)
        rows = ops.concatenate([fill] * m + [inputs] + [fill] * m, axis=1)
        fill = ops.full_like(rows[:, :, :1], self.fill_value)
        padded = ops.concatenate([fill] * m + [rows] + [fill] * m, axis=2)
        choice = keras.random.randint((ops.shape(inputs)[0], 1, 1, 1), 0, n * n, seed=self.seed_generator)
        output = inputs
        for dy in range(n):
            for dx in range(n):
                shifted = padded[:, dy : dy + height, dx : dx + width]
                output = ops.where(choice == dy * n + dx, shifted, output)
        return output

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
