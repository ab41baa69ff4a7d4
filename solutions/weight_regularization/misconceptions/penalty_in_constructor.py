"""
what.en = "The penalty is that of the weights at the start, computed once (or from copies made once): it stays the same while the weights change, and no gradient reaches them."
what.ko = "처음의 가중치로 (또는 한 번 만든 복사본으로) 벌점을 한 번만 계산했습니다. 가중치가 바뀌어도 벌점은 그대로이고, 기울기도 닿지 않습니다."
try.en = "When is the constructor called, and when does training change the weights?"
try.ko = "생성자는 언제 호출되고, 학습은 언제 가중치를 바꾸나요?"
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
        penalty = 0.0
        for w in weights:
            penalty += ops.sum(ops.abs(w) ** p)
        self.penalty = strength * penalty

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + self.penalty

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
