"""Wrong idea: a factor of 0 is replaced by the default; style: None defaults and truth tests."""

import keras
from keras import ops

DEFAULT = 0.01


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=None):
        if not l1:
            l1 = DEFAULT
        if l1 < 0:
            raise ValueError(f"l1 may be 0 or more, not {l1}")
        self.l1 = float(l1)

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=None):
        if not l2:
            l2 = DEFAULT
        if l2 < 0:
            raise ValueError(f"l2 may be 0 or more, not {l2}")
        self.l2 = float(l2)

    def __call__(self, w):
        return self.l2 * ops.sum(ops.square(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength may be 0 or more, not {strength}")
        if p < 1:
            raise ValueError(f"p may be 1 or more, not {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = float(strength)
        self.p = float(p)

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        if not self.strength:
            return base  # no penalty
        return base + self.strength * ops.cast(sum(ops.sum(ops.power(ops.abs(w), self.p)) for w in self.weights), base.dtype)

    def get_config(self):
        return {
            **super().get_config(),
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
            "dtype": self.dtype,
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        base_loss = keras.losses.deserialize(config.pop("base_loss"))
        weights = config.pop("weights")
        return cls(base_loss, weights, **config)
