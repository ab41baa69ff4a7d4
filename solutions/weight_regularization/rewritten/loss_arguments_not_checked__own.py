"""Wrong idea: NormPenalizedLoss takes any strength and p unchecked; style: flattened weights, w * sign(w), ops."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    """The sum of the absolute values."""

    def __init__(self, l1: float = 0.01) -> None:
        if not l1 >= 0:
            raise ValueError(f"l1={l1} is not >= 0")
        self.l1 = l1

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return ops.sum(self.l1 * w * ops.sign(w))  # w * sign(w) is |w|

    def get_config(self) -> dict:
        return dict(l1=self.l1)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    """The sum of the squares."""

    def __init__(self, l2: float = 0.01) -> None:
        if not l2 >= 0:
            raise ValueError(f"l2={l2} is not >= 0")
        self.l2 = l2

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return ops.sum(self.l2 * w * w)

    def get_config(self) -> dict:
        return dict(l2=self.l2)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss: Callable, weights: Sequence, strength: float, p: float, **kwargs) -> None:
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        loss = self.base_loss(y_true, y_pred)
        for variable in self.weights:
            entries = ops.abs(ops.reshape(ops.convert_to_tensor(variable), (-1,)))
            loss = loss + self.strength * ops.sum(ops.power(entries, self.p))
        return loss

    def get_config(self) -> dict:
        mine = {
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }
        return {**super().get_config(), **mine}

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        config = config.copy()
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
