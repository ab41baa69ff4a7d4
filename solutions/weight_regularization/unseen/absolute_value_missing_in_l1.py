"""Wrong idea: L1 adds the weights with their signs; style: ops, einsum-like dot with ones in L1, plain sums elsewhere."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 must be >= 0, got {l1}")
        self.l1 = float(l1)

    def __call__(self, w):
        flat = ops.reshape(w, (-1,))
        # the first power: sum of w^1
        return self.l1 * ops.sum(ops.power(flat, 1))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 must be >= 0, got {l2}")
        self.l2 = float(l2)

    def __call__(self, w):
        flat = ops.reshape(w, (-1,))
        return self.l2 * ops.sum(ops.power(flat, 2))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength must be >= 0, got {strength}")
        if p < 1:
            raise ValueError(f"p must be >= 1, got {p}")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        loss = self.base_loss(y_true, y_pred)
        for w in self.weights:
            loss = loss + ops.cast(self.strength * ops.sum(ops.power(ops.abs(w), self.p)), loss.dtype)
        return loss

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "dtype": self.dtype,
                "base_loss": keras.losses.serialize(self.base_loss),
                "weights": self.weights,
                "strength": self.strength,
                "p": self.p,
            }
        )
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
