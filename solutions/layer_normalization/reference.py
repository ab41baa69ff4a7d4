from __future__ import annotations

from collections.abc import Sequence

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    """Layer normalization (Ba, Kiros & Hinton, 2016, section 3).

    Each example by itself, in training and at inference alike:

        gamma * (x - mean) / sqrt(variance + epsilon) + beta

    where `mean` and the biased `variance` (divided by the number of values, not by one less) are taken over `axis`.
    There is no state: nothing is remembered from one call to the next.

    Args:
        axis: the axis, or the axes (tuple or list), over which each example is normalised. Negative ones count from the
            end. Axis 0, that of the examples, cannot be among them.
        epsilon: positive number added to the variance.

    Weights: `gamma` (ones) and `beta` (zeros), both trained, of the shape of the normalised axes in ascending order:
    for inputs of shape (batch, 5, 6, 7), axis=-1 gives (7,), and both axis=(1, 3) and axis=(3, 1) give (5, 7).

    Input and output: the same shape, of rank 2 or more.

    Raises:
        ValueError: in the constructor, if `axis` is or contains 0, or `epsilon` is not positive; when the layer is
            built, if a negative axis turns out to be axis 0. The message names the argument.
    """

    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        self.axis = axis if isinstance(axis, int) else tuple(axis)
        self.epsilon = epsilon
        if 0 in self._axis_tuple():
            raise ValueError(f"axis must not contain 0, the axis of the examples, received axis={axis}")
        if not epsilon > 0:
            raise ValueError(f"epsilon must be positive, received epsilon={epsilon}")

    def _axis_tuple(self) -> tuple[int, ...]:
        return (self.axis,) if isinstance(self.axis, int) else self.axis
        ### END SOLUTION

    def build(self, input_shape) -> None:
        """Create `gamma` and `beta`."""
        ### BEGIN SOLUTION
        rank = len(input_shape)
        self.axes = tuple(sorted(axis % rank for axis in self._axis_tuple()))
        if 0 in self.axes:
            raise ValueError(f"axis={self.axis} means axis 0, that of the examples, for inputs of rank {rank}")
        shape = tuple(input_shape[axis] for axis in self.axes)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        ### END SOLUTION

    def call(self, inputs):
        """Normalise each example of `inputs`."""
        ### BEGIN SOLUTION
        mean = ops.mean(inputs, axis=self.axes, keepdims=True)  # (batch, 1) for axis -1 of rank 2
        variance = ops.var(inputs, axis=self.axes, keepdims=True)
        normalized = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        # (1, 5, 1, 7) for axes (1, 3) of (batch, 5, 6, 7): lines up with the normalised axes
        shape = [size if axis in self.axes else 1 for axis, size in enumerate(inputs.shape)]
        return ops.reshape(self.gamma, shape) * normalized + ops.reshape(self.beta, shape)
        ### END SOLUTION

    def compute_output_shape(self, input_shape):
        """The shape does not change."""
        return input_shape

    def get_config(self) -> dict:
        """Return every constructor argument, those of the base class included."""
        ### BEGIN SOLUTION
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
        ### END SOLUTION
