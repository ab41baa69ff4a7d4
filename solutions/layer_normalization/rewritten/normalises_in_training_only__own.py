"""Wrong idea: at inference the inputs are returned as they are; style: early return, expand_dims loop, ops."""

from __future__ import annotations

from collections.abc import Sequence

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis: int | Sequence[int] = -1, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        self.axis = axis if isinstance(axis, int) else tuple(axis)
        self.epsilon = epsilon
        self._refuse_batch_axis(self._given())
        if not self.epsilon > 0:
            raise ValueError(f"epsilon must be larger than 0, it is {epsilon}")

    def _given(self):
        return [self.axis] if isinstance(self.axis, int) else list(self.axis)

    def _refuse_batch_axis(self, axes):
        if 0 in axes:
            raise ValueError(f"axis must leave the examples (axis 0) alone, it is {self.axis}")

    def build(self, input_shape) -> None:
        rank = len(input_shape)
        axes = sorted(set(a % rank for a in self._given()))
        self._refuse_batch_axis(axes)
        self._over = tuple(axes)
        self._others = tuple(a for a in range(rank) if a not in axes)
        shape = tuple(input_shape[a] for a in axes)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")

    def _fit(self, weight):
        """Give a weight the rank of the input: size 1 on each axis that is not normalised."""
        out = ops.convert_to_tensor(weight)
        for a in self._others:  # ascending, so that every position is right when its turn comes
            out = ops.expand_dims(out, a)
        return out

    def call(self, inputs, training: bool = False):
        if not training:
            return inputs  # prediction: nothing to do
        mean = ops.mean(inputs, axis=self._over, keepdims=True)
        spread = ops.sqrt(ops.var(inputs, axis=self._over, keepdims=True) + self.epsilon)
        return self._fit(self.gamma) * ((inputs - mean) / spread) + self._fit(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = dict(super().get_config())
        config["axis"], config["epsilon"] = self.axis, self.epsilon
        return config
