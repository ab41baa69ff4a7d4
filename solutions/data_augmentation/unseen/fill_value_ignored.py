"""Wrong idea: the border is always 0; style: gather with clipped indices and a validity mask that multiplies."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if isinstance(max_shift, bool) or not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, got {max_shift!r}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def _move(self, images, offsets, axis):
        """Move each image along one axis (1 or 2)."""
        size = tf.shape(images)[axis]
        source = tf.range(size)[None, :] - offsets[:, None]
        inside = tf.logical_and(source >= 0, source < size)
        moved = tf.gather(images, tf.clip_by_value(source, 0, size - 1), axis=axis, batch_dims=1)
        mask = inside[:, :, None, None] if axis == 1 else inside[:, None, :, None]
        # pixels that do not exist are removed
        return moved * tf.cast(mask, moved.dtype)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        inputs = tf.convert_to_tensor(inputs)
        offsets = keras.random.randint((2, tf.shape(inputs)[0]), -self.max_shift, self.max_shift + 1, seed=self.generator)
        return self._move(self._move(inputs, offsets[0], 1), offsets[1], 2)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
