"""Wrong idea: the seed is kept and never used; style: ops.take_along_axis on a padded image, generator made in build."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if isinstance(max_shift, bool) or int(max_shift) != max_shift or not isinstance(max_shift, int):
            raise ValueError(f"max_shift={max_shift} is not an integer")
        if max_shift < 0:
            raise ValueError(f"max_shift={max_shift} is negative")
        self.seed = seed
        self.fill_value = fill_value
        self.max_shift = max_shift
        # new numbers at every call
        self.random = keras.random.SeedGenerator()

    def get_config(self):
        config = super().get_config()
        for name in ("max_shift", "fill_value", "seed"):
            config[name] = getattr(self, name)
        return config

    def compute_output_shape(self, input_shape):
        return input_shape

    def draw(self, n):
        shape = (n, 1, 1, 1)
        return keras.random.randint(shape, -self.max_shift, self.max_shift + 1, dtype="int32", seed=self.random)

    def call(self, inputs, training=None):
        if not training or self.max_shift == 0:
            return inputs
        m = self.max_shift
        inputs = ops.convert_to_tensor(inputs)
        n, height, width, _ = ops.shape(inputs)
        dy, dx = self.draw(n), self.draw(n)
        x = ops.pad(inputs, ((0, 0), (m, m), (m, m), (0, 0)), constant_values=self.fill_value)
        rows = ops.reshape(ops.arange(height, dtype="int32"), (1, -1, 1, 1)) + m - dy
        x = ops.take_along_axis(x, rows, axis=1)
        columns = ops.reshape(ops.arange(width, dtype="int32"), (1, 1, -1, 1)) + m - dx
        return ops.take_along_axis(x, columns, axis=2)
