"""
idea.en = "The constructor takes the base loss as a loss or as its description; |w| goes through `where`."
idea.ko = "생성자가 기본 손실을 손실로도, 그 설명으로도 받습니다. |w|는 `where`로 구합니다."
"""

import keras
from keras import ops


def check_factor(name, value):
    if value < 0:
        raise ValueError(f"{name} must not be negative, received {name}={value}")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        self.l1 = check_factor("l1", l1)

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return self.l1 * ops.sum(ops.where(w < 0, -w, w))

    def get_config(self):
        return {"l1": float(self.l1)}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        self.l2 = check_factor("l2", l2)

    def __call__(self, w):
        return ops.sum(ops.square(ops.convert_to_tensor(w))) * self.l2

    def get_config(self):
        return {"l2": float(self.l2)}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if p < 1:
            raise ValueError(f"p must be 1 or more, received p={p}")
        self.base_loss = keras.losses.get(base_loss)
        self.weights = list(weights)
        self.strength = check_factor("strength", strength)
        self.p = p

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + self.strength * sum(map(self._penalty, self.weights))

    def _penalty(self, w):
        w = ops.convert_to_tensor(w)
        size = ops.where(w < 0, -w, w)
        return ops.sum(size**self.p)

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config
