"""Wrong idea: L1 and L2 call their factor "factor" in get_config, unknown to __init__; style: base class."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import keras
from keras import ops


class _Penalty(keras.regularizers.Regularizer):
    """A factor times a sum over all entries."""

    def _set(self, name, value):
        if value < 0:
            raise ValueError(f"{name} has to be >= 0, got {value}")
        self.factor = float(value)

    def get_config(self) -> dict:
        return {"factor": self.factor}


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(_Penalty):
    def __init__(self, l1: float = 0.01) -> None:
        self._set("l1", l1)

    def __call__(self, w):
        return self.factor * ops.sum(ops.absolute(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(_Penalty):
    def __init__(self, l2: float = 0.01) -> None:
        self._set("l2", l2)

    def __call__(self, w):
        return self.factor * ops.sum(ops.square(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss: Callable, weights: Sequence, strength: float, p: float, **kwargs) -> None:
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength has to be >= 0, got {strength}")
        if p < 1:
            raise ValueError(f"p has to be >= 1, got {p}")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def _penalty(self):
        total = 0.0
        for w in self.weights:
            total = total + ops.sum(ops.absolute(w) ** self.p)
        return self.strength * total

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + self._penalty()

    def get_config(self) -> dict:
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        config = dict(config)
        base_loss = keras.losses.deserialize(config.pop("base_loss"))
        return cls(base_loss, **config)
