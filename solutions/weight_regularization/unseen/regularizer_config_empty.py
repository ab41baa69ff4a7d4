"""Wrong idea: the config of the regularizers is empty; style: one common parent that implements get_config once."""

import keras
from keras import ops


class Penalty(keras.regularizers.Regularizer):
    """What L1 and L2 have in common."""

    def get_config(self):
        return {}  # no weights, no state: nothing to save

    @staticmethod
    def checked(name, factor):
        if factor < 0:
            raise ValueError(f"{name} should be >= 0 and is {factor}")
        return factor


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(Penalty):
    def __init__(self, l1=0.01):
        self.l1 = self.checked("l1", l1)

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(Penalty):
    def __init__(self, l2=0.01):
        self.l2 = self.checked("l2", l2)

    def __call__(self, w):
        return self.l2 * ops.sum(ops.square(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = weights
        self.strength = Penalty.checked("strength", strength)
        if p < 1:
            raise ValueError(f"p should be >= 1 and is {p}")
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        if not self.weights:
            return base
        penalties = ops.stack([ops.cast(ops.sum(ops.abs(w) ** self.p), base.dtype) for w in self.weights])
        return base + self.strength * ops.sum(penalties)

    def get_config(self):
        config = super().get_config()
        config.update({"weights": self.weights, "strength": self.strength, "p": self.p, "dtype": self.dtype})
        config.update({"base_loss": keras.losses.serialize(self.base_loss)})
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
