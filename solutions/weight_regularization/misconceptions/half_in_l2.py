"""
what.en = "L2 has a factor 1/2. Some textbooks write it, because it cancels in the derivative; this exercise and Keras do not."
what.ko = "L2에 1/2이 들어 있습니다. 미분하면 약분되므로 그렇게 쓰는 책도 있지만, 이 연습 문제와 Keras는 쓰지 않습니다."
try.en = "Compare your penalty of a single weight 1 with the formula."
try.ko = "가중치 1 하나에 대한 벌점을 식과 비교해 보세요."
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
        return self.l2 * ops.sum(w**2) / 2

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
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
