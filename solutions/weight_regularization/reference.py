from __future__ import annotations

from collections.abc import Callable, Sequence

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    """Penalty `l1 * sum(|w|)` over all entries of w: no mean (Tibshirani, 1996, as a penalty).

    Args:
        l1: factor, a number >= 0.

    Raises:
        ValueError: if `l1` is negative. The message names the argument.
    """

    def __init__(self, l1: float = 0.01) -> None:
        ### BEGIN SOLUTION
        if l1 < 0:
            raise ValueError(f"l1 must be >= 0, received l1={l1}")
        self.l1 = l1
        ### END SOLUTION

    def __call__(self, w):
        """Return the penalty, a scalar, for a tensor or variable of any shape."""
        ### BEGIN SOLUTION
        return self.l1 * ops.sum(ops.abs(w))
        ### END SOLUTION

    def get_config(self) -> dict:
        ### BEGIN SOLUTION
        return {"l1": self.l1}
        ### END SOLUTION


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    """Penalty `l2 * sum(w^2)` over all entries of w: no square root, no mean, no 1/2.

    (Krogh and Hertz, A simple weight decay can improve generalization, 1991, write it with a factor 1/2; Keras does not.)

    Args:
        l2: factor, a number >= 0.

    Raises:
        ValueError: if `l2` is negative. The message names the argument.
    """

    def __init__(self, l2: float = 0.01) -> None:
        ### BEGIN SOLUTION
        if l2 < 0:
            raise ValueError(f"l2 must be >= 0, received l2={l2}")
        self.l2 = l2
        ### END SOLUTION

    def __call__(self, w):
        """Return the penalty, a scalar, for a tensor or variable of any shape."""
        ### BEGIN SOLUTION
        return self.l2 * ops.sum(ops.square(w))
        ### END SOLUTION

    def get_config(self) -> dict:
        ### BEGIN SOLUTION
        return {"l2": self.l2}
        ### END SOLUTION


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    """A loss with a penalty on the weights: `base_loss(y_true, y_pred) + strength * sum_i |w_i|^p`.

    The sum runs over every entry of every variable in `weights`, as they are at the moment of the call. It is counted
    once, whatever the batch size. (Bishop, Pattern Recognition and Machine Learning, 2006, equation 3.29.)

    Args:
        base_loss: a `keras.losses.Loss`.
        weights: list of variables, such as `model.trainable_weights`.
        strength: factor of the penalty, a number >= 0.
        p: exponent, a number >= 1. All gradients are finite, also where an entry is exactly 0.
        **kwargs: `name`, `dtype` and the other arguments of `keras.losses.Loss`.

    Raises:
        ValueError: if `strength` is negative or `p` less than 1. The message names the argument.
    """

    def __init__(self, base_loss: Callable, weights: Sequence, strength: float, p: float, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength must be >= 0, received strength={strength}")
        if p < 1:
            raise ValueError(f"p must be >= 1, received p={p}")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p
        ### END SOLUTION

    def call(self, y_true, y_pred):
        """Return the base loss plus the penalty."""
        ### BEGIN SOLUTION
        penalty = sum(ops.sum(ops.power(ops.abs(w), self.p)) for w in self.weights)
        return self.base_loss(y_true, y_pred) + self.strength * penalty
        ### END SOLUTION

    def get_config(self) -> dict:
        """Return the four arguments (`weights` as the variables themselves) and those of the base class."""
        ### BEGIN SOLUTION
        return {
            **super().get_config(),
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }
        ### END SOLUTION

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        """Return a loss made from what `get_config` returned."""
        ### BEGIN SOLUTION
        return cls(**{**config, "base_loss": keras.losses.deserialize(config["base_loss"])})
        ### END SOLUTION
