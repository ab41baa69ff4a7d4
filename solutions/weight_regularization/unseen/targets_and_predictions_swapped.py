"""Wrong idea: base loss gets the predictions first; style: other argument names in call, result dictionary."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if not (l1 >= 0):
            raise ValueError(f"Bad l1 {l1}")
        self.l1 = l1

    def __call__(self, w):
        return ops.multiply(self.l1, ops.sum(ops.abs(w)))

    def get_config(self):
        return vars(self).copy()


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if not (l2 >= 0):
            raise ValueError(f"Bad l2 {l2}")
        self.l2 = l2

    def __call__(self, w):
        return ops.multiply(self.l2, ops.sum(ops.multiply(w, w)))

    def get_config(self):
        return vars(self).copy()


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if not (strength >= 0):
            raise ValueError(f"Bad strength {strength}")
        if not (p >= 1):
            raise ValueError(f"Bad p {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        # how far is the prediction from the target?
        distance = self.base_loss(y_pred, y_true)
        price = ops.zeros((), dtype=distance.dtype)
        for w in self.weights:
            price = price + ops.cast(ops.sum(ops.abs(w) ** self.p), distance.dtype)
        return distance + self.strength * price

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        settings = dict(config)
        settings["base_loss"] = keras.losses.deserialize(settings["base_loss"])
        return cls(**settings)
