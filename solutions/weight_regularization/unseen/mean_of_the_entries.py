"""Wrong idea: mean over the entries instead of the sum; style: sum divided by the size, mixed with ops.mean."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"expected l1 >= 0, got l1 = {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.mean(ops.abs(w))

    def get_config(self):
        config = {}
        config["l1"] = self.l1
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"expected l2 >= 0, got l2 = {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.mean(ops.square(w))

    def get_config(self):
        config = {}
        config["l2"] = self.l2
        return config


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"expected strength >= 0, got strength = {strength}")
        if p < 1:
            raise ValueError(f"expected p >= 1, got p = {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        number, total = 0, ops.zeros((), base.dtype)
        for w in self.weights:
            entries = 1
            for n in w.shape:
                entries *= n
            number += entries
            total += ops.cast(ops.sum(ops.abs(w) ** self.p), base.dtype)
        # so that strength means the same for small and large networks
        return base + self.strength * total / max(number, 1)

    def get_config(self):
        return {
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
            "dtype": self.dtype,
            **super().get_config(),
        }

    @classmethod
    def from_config(cls, config):
        config = config.copy()
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
