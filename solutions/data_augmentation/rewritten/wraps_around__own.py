"""Wrong idea: the indices are taken modulo the size, so what leaves comes back on the other side; style: ops and modulo, tiny helpers."""
import keras
import tensorflow as tf
from keras import ops


def _valid(n):
    return isinstance(n, int) and n >= 0


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift: int = 1, fill_value: float = 0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not _valid(max_shift):
            raise ValueError("Invalid max_shift: %r" % (max_shift,))
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self._dice = keras.random.SeedGenerator(seed)

    def _roll(self, size, batch):
        offset = keras.random.randint((batch, 1), -self.max_shift, self.max_shift + 1, seed=self._dice)
        return ops.mod(ops.arange(size) - offset, size)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        shape = ops.shape(inputs)
        rows = self._roll(shape[1], shape[0])
        columns = self._roll(shape[2], shape[0])
        # like np.roll, but every image has its own shift
        out = tf.gather(inputs, rows, axis=1, batch_dims=1)
        return tf.gather(out, columns, axis=2, batch_dims=1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["max_shift"], config["fill_value"], config["seed"] = self.max_shift, self.fill_value, self.seed
        return config
