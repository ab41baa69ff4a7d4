"""Wrong idea: |w|^p through exp(p log|w|); style: helper power(), tf.math, docstrings."""

import keras
import tensorflow as tf


def power(a, p):
    """a to the power p, for real p: the rule from school."""
    return tf.math.exp(p * tf.math.log(a))


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    """l1 * sum |w|"""

    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"'l1' must not be negative (l1={l1})")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.math.reduce_sum(tf.math.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    """l2 * sum w^2"""

    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"'l2' must not be negative (l2={l2})")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.math.reduce_sum(tf.math.square(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    """base_loss + strength * sum |w|^p"""

    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"'strength' must not be negative (strength={strength})")
        if p < 1:
            raise ValueError(f"'p' must be 1 or more (p={p})")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        penalty = sum(tf.math.reduce_sum(power(tf.math.abs(w), float(self.p))) for w in self.weights)
        return base + tf.cast(self.strength * penalty, base.dtype)

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config |= {"weights": self.weights, "strength": self.strength, "p": self.p}
        return config

    @classmethod
    def from_config(cls, config):
        base_loss = keras.losses.deserialize(config["base_loss"])
        rest = {k: v for k, v in config.items() if k != "base_loss"}
        return cls(base_loss=base_loss, **rest)
