"""Fill value ignored, written in the style of the alternative `flat_gather`."""

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

    def call(self, inputs, training=False):
        if not training:
            return inputs
        m = self.max_shift
        batch, height, width, channels = ops.shape(inputs)
        fill = ops.cast(0, inputs.dtype)
        padded = ops.pad(inputs - fill, ((0, 0), (m, m), (m, m), (0, 0))) + fill
        top, left = ops.unstack(keras.random.randint((2, batch), 0, 2 * m + 1, seed=self.seed_generator), 2)
        row = ops.reshape(top, (-1, 1, 1)) + ops.reshape(ops.arange(height), (1, -1, 1))
        column = ops.reshape(left, (-1, 1, 1)) + ops.reshape(ops.arange(width), (1, 1, -1))
        image = ops.reshape(ops.arange(batch), (-1, 1, 1))
        index = (image * (height + 2 * m) + row) * (width + 2 * m) + column
        return ops.take(ops.reshape(padded, (-1, channels)), index, axis=0)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
