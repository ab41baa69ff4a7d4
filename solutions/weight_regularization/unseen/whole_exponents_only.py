"""Wrong idea: the exponent is rounded down to a whole number; style: powers by repeated multiplication."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 is negative ({l1})")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 is negative ({l2})")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.sum(ops.abs(w) * ops.abs(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength is negative ({strength})")
        if p < 1:
            raise ValueError(f"p is less than 1 ({p})")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        for w in self.weights:
            size = ops.abs(w)
            power = size
            # |w| * |w| * ... : no trouble with gradients at 0
            for _ in range(1, int(self.p)):
                power = power * size
            base = base + ops.cast(self.strength * ops.sum(power), base.dtype)
        return base

    def get_config(self):
        config = super().get_config()
        config.update(
            {"base_loss": keras.losses.serialize(self.base_loss), "weights": self.weights, "strength": self.strength, "p": self.p}
        )
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
