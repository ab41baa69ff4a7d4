"""
what.en = "The penalty is computed by NumPy, so that no gradient reaches the weights: the number is added, but it pulls on nothing."
what.ko = "벌점을 NumPy로 계산해서 기울기가 가중치에 닿지 않습니다. 수는 더해지지만 아무것도 당기지 못합니다."
try.en = "Use operations of Keras or TensorFlow: only those are recorded for the gradient."
try.ko = "Keras나 TensorFlow의 연산을 쓰세요. 그래야 기울기를 위해 기록됩니다."
"""

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 must not be negative, got {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * np.sum(np.abs(ops.convert_to_numpy(w)))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 must not be negative, got {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * np.sum(ops.convert_to_numpy(w) ** 2)

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
