"""Wrong idea: L1 sums first, absolute value afterwards; style: tf, validation helper, list comprehension in the loss."""

from __future__ import annotations

import keras
import tensorflow as tf


def not_negative(value, name):
    if value < 0:
        raise ValueError(f"{name} cannot be negative")
    return float(value)


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1: float = 0.01) -> None:
        self.l1 = not_negative(l1, "l1")

    def __call__(self, w):
        total = tf.reduce_sum(w)
        return tf.abs(self.l1 * total)  # a penalty is never negative

    def get_config(self) -> dict:
        return dict(l1=self.l1)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2: float = 0.01) -> None:
        self.l2 = not_negative(l2, "l2")

    def __call__(self, w):
        total = tf.reduce_sum(tf.square(w))
        return self.l2 * total

    def get_config(self) -> dict:
        return dict(l2=self.l2)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs) -> None:
        self.strength = not_negative(strength, "strength")
        if p < 1:
            raise ValueError("p cannot be below 1")
        super().__init__(**kwargs)
        self.p, self.weights, self.base_loss = float(p), weights, base_loss

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        sums = [tf.reduce_sum(tf.pow(tf.abs(w), self.p)) for w in self.weights]
        penalty = tf.add_n(sums) if sums else tf.constant(0.0)
        return base + tf.cast(self.strength * penalty, base.dtype)

    def get_config(self) -> dict:
        own = dict(base_loss=keras.losses.serialize(self.base_loss), weights=self.weights, strength=self.strength, p=self.p)
        return {**super().get_config(), **own, "dtype": self.dtype}

    @classmethod
    def from_config(cls, config: dict) -> NormPenalizedLoss:
        base_loss = keras.losses.deserialize(config["base_loss"])
        return cls(**{**config, "base_loss": base_loss})
