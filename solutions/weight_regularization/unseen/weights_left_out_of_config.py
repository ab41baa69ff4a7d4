"""Wrong idea: the config leaves the weights out, the copy penalizes nothing; style: setdefault in from_config."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("l1 cannot be less than 0")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("l2 cannot be less than 0")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.einsum("i,i->", ops.reshape(w, [-1]), ops.reshape(w, [-1]))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("strength cannot be less than 0")
        if p < 1:
            raise ValueError("p cannot be less than 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        penalty = 0.0
        for w in self.weights:
            penalty = penalty + self.strength * ops.sum(ops.abs(w) ** self.p)
        return base + ops.cast(penalty, base.dtype)

    def get_config(self):
        # variables cannot be written to JSON; they belong to the model
        return {
            **super().get_config(),
            "dtype": self.dtype,
            "base_loss": keras.losses.serialize(self.base_loss),
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config.setdefault("weights", [])
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
