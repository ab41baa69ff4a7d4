from __future__ import annotations

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    """Data augmentation: in training each image is moved by a few pixels, up or down and left or right.

    Each example of the batch draws two whole numbers of its own, dy and dx, both uniform on {-max_shift, ...,
    max_shift} and independent: of each other, between examples and between calls. Then

        output[i, j] = input[i - dy, j - dx]   where that pixel exists
        output[i, j] = fill_value              elsewhere

    for every channel. Nothing comes back in on the other side. At inference, and when `training` is not given, the
    output is the input. Each call in training draws anew, also inside `tf.function` and `model.fit`. There are no
    trainable weights.

    Args:
        max_shift: the largest shift in pixels, an integer >= 0. 0 makes the layer the identity.
        fill_value: value of the pixels that move in.
        seed: an integer, or None. Two new layers of the same seed draw the same sequence of shifts.
        **kwargs: `name`, `dtype` and the other arguments of `keras.layers.Layer`.

    Input and output: (batch, height, width, channels). Integers keep their dtype; for floating inputs the output has
    the compute dtype of the layer.

    Raises:
        ValueError: if `max_shift` is not an integer >= 0. The message names the argument.
    """

    def __init__(self, max_shift: int = 1, fill_value: float = 0.0, seed: int | None = None, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, received max_shift={max_shift}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        ### END SOLUTION

    def call(self, inputs, training=None):
        """Return the images, in training each of them moved; of the same shape."""
        ### BEGIN SOLUTION
        if not training:
            return inputs
        batch, height, width, _ = ops.shape(inputs)  # inside a model the batch size is known only when it runs
        border = self.max_shift
        padded = tf.pad(
            inputs,
            [[0, 0], [border, border], [border, border], [0, 0]],
            constant_values=tf.cast(self.fill_value, inputs.dtype),
        )
        # Where each example's window of the old size begins in its padded image: 0 to 2 * max_shift, both included.
        starts = keras.random.randint((2, batch, 1), 0, 2 * border + 1, seed=self.seed_generator)
        rows = starts[0] + ops.arange(height)  # (batch, height)
        columns = starts[1] + ops.arange(width)  # (batch, width)
        window = tf.gather(padded, rows, axis=1, batch_dims=1)  # (batch, height, width + 2 * border, channels)
        return tf.gather(window, columns, axis=2, batch_dims=1)  # (batch, height, width, channels)
        ### END SOLUTION

    def get_config(self) -> dict:
        """Return every constructor argument, those of the base class included."""
        ### BEGIN SOLUTION
        return {
            **super().get_config(),
            "max_shift": self.max_shift,
            "fill_value": self.fill_value,
            "seed": self.seed,
        }
        ### END SOLUTION
