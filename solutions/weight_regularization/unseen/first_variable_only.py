"""Wrong idea: only the first variable is penalized; style: return inside the loop of a helper function."""

import keras
from keras import ops


def norm(weights, p):
    """Sum of |w|^p over the weights."""
    total = ops.zeros(())
    for w in weights:
        total = total + ops.cast(ops.sum(ops.abs(w) ** p), total.dtype)
        return total
    return total


def check(name, value, minimum):
    if value < minimum:
        raise ValueError(f"{name}={value}: must be >= {minimum}")


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        check("l1", l1, 0)
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * norm([w], 1)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        check("l2", l2, 0)
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * norm([w], 2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        check("strength", strength, 0)
        check("p", p, 1)
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        loss = self.base_loss(y_true, y_pred)
        return loss + ops.cast(self.strength * norm(self.weights, self.p), loss.dtype)

    def get_config(self):
        config = super().get_config()
        config["dtype"] = self.dtype
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        return config

    @classmethod
    def from_config(cls, config):
        new = dict(config)
        new["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**new)
