"""Wrong idea: nothing turns the serialized base loss back into a loss; style: tf ops, helper for checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import keras
import tensorflow as tf


def _not_negative(**arguments):
    for name, value in arguments.items():
        if value < 0:
            raise ValueError(f"{name} must not be negative, but {name} = {value}")


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1: float = 0.01) -> None:
        _not_negative(l1=l1)
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(tf.convert_to_tensor(w)))

    def get_config(self) -> dict:
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2: float = 0.01) -> None:
        _not_negative(l2=l2)
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.reduce_sum(tf.square(tf.convert_to_tensor(w)))

    def get_config(self) -> dict:
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    """base loss + strength * sum of |w|^p"""

    def __init__(self, base_loss: Callable, weights: Sequence, strength: float, p: float, **kwargs) -> None:
        super().__init__(**kwargs)
        _not_negative(strength=strength)
        if not p >= 1:
            raise ValueError(f"p must be at least 1, but p = {p}")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        terms = [tf.reduce_sum(tf.pow(tf.abs(tf.convert_to_tensor(w)), self.p)) for w in self.weights]
        data_term = self.base_loss(y_true, y_pred)
        return data_term + self.strength * (tf.add_n(terms) if terms else 0.0)

    def get_config(self) -> dict:
        config = super().get_config()
        config.update(
            base_loss=keras.losses.serialize(self.base_loss),
            weights=self.weights,
            strength=self.strength,
            p=self.p,
        )
        return config

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        return cls(**config)
