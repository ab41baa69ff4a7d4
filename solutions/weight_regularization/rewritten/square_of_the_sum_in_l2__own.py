"""Wrong idea: L2 adds first and squares afterwards; style: tf, module-level helper for the powers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import keras
import tensorflow as tf


def _sum_of_powers(w, p):
    return tf.reduce_sum(tf.abs(tf.convert_to_tensor(w)) ** p)


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1: float = 0.01) -> None:
        if l1 < 0.0:
            raise ValueError("l1 must be zero or positive")
        self.l1 = l1

    def __call__(self, w):
        return tf.reduce_sum(tf.abs(tf.convert_to_tensor(w))) * self.l1

    def get_config(self) -> dict:
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2: float = 0.01) -> None:
        if l2 < 0.0:
            raise ValueError("l2 must be zero or positive")
        self.l2 = l2

    def __call__(self, w):
        return tf.square(tf.reduce_sum(tf.convert_to_tensor(w))) * self.l2

    def get_config(self) -> dict:
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss: Callable, weights: Sequence, strength: float, p: float, **kwargs) -> None:
        if strength < 0:
            raise ValueError(f"strength must be zero or positive, not {strength}")
        if p < 1:
            raise ValueError(f"p must be 1 or more, not {p}")
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = [w for w in weights]
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        penalty = sum(_sum_of_powers(w, self.p) for w in self.weights)
        return self.base_loss(y_true, y_pred) + penalty * self.strength

    def get_config(self) -> dict:
        return super().get_config() | {
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        return cls(**(config | {"base_loss": keras.losses.deserialize(config["base_loss"])}))
