"""
idea.en = "The loss is wrapped from outside: `__call__` lets the base loss do all of its own work and adds the penalty."
idea.ko = "손실을 바깥에서 감쌉니다. `__call__`이 기본 손실의 일은 기본 손실에 모두 맡기고 벌점을 더합니다."
"""

import keras
from keras import ops


def power_sum(w, p):
    return ops.sum(ops.power(ops.abs(w), p))


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 must be >= 0 (got {l1})")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * power_sum(w, 1)

    def get_config(self):
        return dict(l1=self.l1)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 must be >= 0 (got {l2})")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * power_sum(w, 2)

    def get_config(self):
        return dict(l2=self.l2)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength must be >= 0 (got {strength})")
        if p < 1:
            raise ValueError(f"p must be >= 1 (got {p})")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def __call__(self, y_true, y_pred, sample_weight=None):
        loss = self.base_loss(y_true, y_pred, sample_weight=sample_weight)
        return loss + self.strength * ops.sum(ops.stack([power_sum(w, self.p) for w in self.weights]))

    def get_config(self):
        return {
            "name": self.name,
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
