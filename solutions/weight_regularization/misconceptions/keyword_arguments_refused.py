"""
what.en = "The loss does not accept `name` and `dtype`, which every Keras loss does."
what.ko = "모든 Keras 손실이 받는 `name`과 `dtype`을 받지 않습니다."
try.en = "Take further keyword arguments in the constructor and hand them to the base class."
try.ko = "생성자에서 나머지 키워드 인자를 받아 기반 클래스에 넘기세요."
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
    def __init__(self, base_loss, weights, strength, p):
        super().__init__()
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
            penalty += ops.sum(ops.abs(w) ** self.p)
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
        base_loss = keras.losses.deserialize(config["base_loss"])
        return cls(base_loss, config["weights"], config["strength"], config["p"])
