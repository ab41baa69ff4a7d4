"""
what.en = "The power is taken of w, not of |w|: for odd p negative weights are rewarded, for a p such as 1.5 the loss is NaN."
what.ko = "|w|가 아니라 w를 거듭제곱했습니다. p가 홀수이면 음의 가중치에 상을 주고, p가 1.5 같은 값이면 손실이 NaN이 됩니다."
try.en = "What is the penalty of w = -1 for p = 3, and for p = 1.5?"
try.ko = "w = -1의 벌점은 p = 3일 때, 그리고 p = 1.5일 때 얼마인가요?"
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 must not be negative, got {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 must not be negative, got {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.sum(w**2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength must not be negative, got {strength}")
        if p < 1:
            raise ValueError(f"p must be at least 1, got {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        penalty = 0.0
        for w in self.weights:
            penalty += ops.sum(w**self.p)
        return self.base_loss(y_true, y_pred) + self.strength * penalty

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
