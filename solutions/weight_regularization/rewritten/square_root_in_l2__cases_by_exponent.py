"""Square root in l2, written in the style of the alternative `cases_by_exponent`."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 must be nonnegative, not {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.sum(w * ops.sign(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 must be nonnegative, not {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.sqrt(ops.sum(w * w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength must be nonnegative, not {strength}")
        if p < 1:
            raise ValueError(f"p must be at least 1, not {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p
        if p == 1:
            self.penalty = L1(strength)
        elif p == 2:
            self.penalty = L2(strength)
        else:
            self.penalty = lambda w: strength * ops.sum(ops.abs(w) ** p)

    def call(self, y_true, y_pred):
        loss = self.base_loss(y_true, y_pred)
        for w in self.weights:
            loss = loss + self.penalty(w)
        return loss

    def get_config(self):
        config = super().get_config()
        for name in ("base_loss", "weights", "strength", "p"):
            config[name] = getattr(self, name)
        return config
