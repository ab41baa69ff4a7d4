from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    """Inverted dropout: a random part of the elements is zeroed in training (Srivastava et al., 2014).

    In training each element of the input, on its own, is

        0                    with probability `rate`
        x / (1 - rate)       otherwise

    so that its expected value is x. At inference, and when `training` is not given, the output is the input. Each call
    in training draws a new mask, also inside `tf.function` and `model.fit`. There are no trainable weights.

    Args:
        rate: probability of being zeroed, a number in [0, 1). 0 makes the layer the identity.
        seed: an integer, or None. Two new layers of the same seed draw the same sequence of masks; layers without a
            seed draw independently of each other.
        **kwargs: `name`, `dtype` and the other arguments of `keras.layers.Layer`.

    Input and output: the same shape, (batch, ...); the output has the compute dtype of the layer.

    Raises:
        ValueError: if `rate` is outside [0, 1). The message names the argument.
    """

    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), received rate={rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        ### END SOLUTION

    def call(self, inputs, training=None):
        """Return the inputs, in training with a fresh mask on them; of the same shape."""
        ### BEGIN SOLUTION
        if not training:
            return inputs
        # ops.shape, not inputs.shape: inside a model the batch size is known only when it runs.
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)
        ### END SOLUTION

    def compute_output_shape(self, input_shape):
        """The shape does not change."""
        return input_shape

    def get_config(self) -> dict:
        """Return every constructor argument, those of the base class included."""
        ### BEGIN SOLUTION
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
        ### END SOLUTION
