"""Wrong idea: the loss takes the power of w, not of |w|; style: helper _at_least, dot product in L2, ops."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import keras
from keras import ops


def _at_least(bound, name, value):
    if value < bound:
        raise ValueError(f"{name} must be at least {bound}, received {value}")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1: float = 0.01) -> None:
        self.l1 = _at_least(0, "l1", l1)

    def __call__(self, w):
        return ops.sum(ops.abs(w)) * self.l1

    def get_config(self) -> dict:
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2: float = 0.01) -> None:
        self.l2 = _at_least(0, "l2", l2)

    def __call__(self, w):
        flat = ops.reshape(w, (-1,))
        return ops.dot(flat, flat) * self.l2

    def get_config(self) -> dict:
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    """Penalize the p-th powers of the weights."""

    def __init__(self, base_loss: Callable, weights: Sequence, strength: float, p: float, **kwargs) -> None:
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = _at_least(0, "strength", strength)
        self.p = _at_least(1, "p", p)

    def call(self, y_true, y_pred):
        penalties = [ops.sum(ops.power(w, self.p)) for w in self.weights]
        return self.base_loss(y_true, y_pred) + self.strength * sum(penalties)

    def get_config(self) -> dict:
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config |= {"weights": self.weights, "strength": self.strength, "p": self.p}
        return config

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        rest = {name: value for name, value in config.items() if name != "base_loss"}
        return cls(base_loss=keras.losses.deserialize(config["base_loss"]), **rest)
