"""Wrong idea: L2 is the length of w; style: ops.norm for both regularizers, flattening first."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    """l1 times the 1-norm."""

    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"Argument l1 is negative: {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.norm(ops.reshape(w, (-1,)), ord=1)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    """l2 times the 2-norm."""

    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"Argument l2 is negative: {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.norm(ops.reshape(w, (-1,)), ord=2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"Argument strength is negative: {strength}")
        if p < 1:
            raise ValueError(f"Argument p is less than 1: {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        return base + ops.cast(self._penalty(), base.dtype)

    def _penalty(self):
        return self.strength * sum(ops.sum(ops.power(ops.abs(w), self.p)) for w in self.weights)

    def get_config(self):
        config = super().get_config()
        config["dtype"] = self.dtype
        return {
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
            **config,
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
