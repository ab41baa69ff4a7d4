"""Wrong idea: source indices are clipped to the image, so the outermost pixels are repeated and fill_value is unused; style: take_along_axis, ops only."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.max_shift = self._checked(max_shift)
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    @staticmethod
    def _checked(max_shift):
        if isinstance(max_shift, int) and max_shift >= 0:
            return max_shift
        raise ValueError(f"cannot shift by max_shift={max_shift!r}")

    def _source(self, size, offset):
        """index of the pixel that each pixel comes from, (batch, size)"""
        index = ops.expand_dims(ops.arange(size, dtype="int32"), 0) - ops.expand_dims(offset, 1)
        return ops.clip(index, 0, size - 1)  # stay inside the image

    def call(self, inputs, training=False):
        if not training:
            return inputs
        batch, height, width, channels = ops.shape(inputs)
        offsets = keras.random.randint(
            (batch, 2), -self.max_shift, self.max_shift + 1, dtype="int32", seed=self.seed_generator
        )
        rows = self._source(height, offsets[:, 0])
        columns = self._source(width, offsets[:, 1])
        rows = ops.broadcast_to(rows[:, :, None, None], (batch, height, width, channels))
        columns = ops.broadcast_to(columns[:, None, :, None], (batch, height, width, channels))
        moved = ops.take_along_axis(inputs, rows, axis=1)
        return ops.take_along_axis(moved, columns, axis=2)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["max_shift"] = self.max_shift
        config["fill_value"] = self.fill_value
        config["seed"] = self.seed
        return config
