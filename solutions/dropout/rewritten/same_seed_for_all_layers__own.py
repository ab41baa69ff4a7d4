"""Wrong idea: without a seed every layer gets the constant default seed 1337; style: module constant, ops.multiply."""
import keras
from keras import ops

DEFAULT_SEED = 1337


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    """drops a share `rate` of the elements while training"""

    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if isinstance(rate, str) or not 0 <= rate < 1:
            raise ValueError("argument rate: a number in [0, 1) please, not " + repr(rate))
        self.rate = rate
        self.seed = seed
        start = DEFAULT_SEED if seed is None else seed  # a generator needs a seed
        self.coin = keras.random.SeedGenerator(start)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = ops.greater_equal(keras.random.uniform(ops.shape(inputs), seed=self.coin), self.rate)
        bigger = ops.divide(inputs, 1.0 - self.rate)
        return ops.where(keep, bigger, ops.zeros_like(bigger))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return dict(super().get_config(), rate=self.rate, seed=self.seed)
