from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """Rectified linear unit, with a slope for inputs that are not positive (Nair & Hinton, 2010; Maas et al., 2013).

    Each element of the input on its own, in training and at inference alike:

        f(x) = x                    if x > 0
        f(x) = negative_slope * x   otherwise

    The gradient is 1 for x > 0 and `negative_slope` otherwise, also at exactly 0. NaN stays NaN. There are no weights.

    Args:
        negative_slope: slope for x <= 0, a number >= 0. 0 (the default) is the plain ReLU, a small one the leaky ReLU.
        **kwargs: `name`, `dtype` and the other arguments of `keras.layers.Layer`.

    Input and output: the same shape, of any rank; the output has the compute dtype of the layer.

    Raises:
        ValueError: if `negative_slope` is negative. The message names the argument.
    """

    def __init__(self, negative_slope: float = 0.0, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, received negative_slope={negative_slope}")
        self.negative_slope = negative_slope
        ### END SOLUTION

    def call(self, inputs):
        """Return f(inputs), of the same shape."""
        ### BEGIN SOLUTION
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)
        ### END SOLUTION

    def compute_output_shape(self, input_shape):
        """The shape does not change."""
        return input_shape

    def get_config(self) -> dict:
        """Return every constructor argument, those of the base class included."""
        ### BEGIN SOLUTION
        return {**super().get_config(), "negative_slope": self.negative_slope}
        ### END SOLUTION
