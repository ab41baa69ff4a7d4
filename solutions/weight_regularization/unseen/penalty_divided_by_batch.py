"""Wrong idea: the penalty is divided by the batch size; style: objective/N as in the book, ops.shape at run time."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        if strength < 0:
            raise ValueError(f"strength: {strength} is negative")
        if p < 1:
            raise ValueError(f"p: {p} is below 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p
        super().__init__(**kwargs)

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        return cls(keras.losses.deserialize(config.pop("base_loss")), config.pop("weights"), **config)

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    def call(self, y_true, y_pred):
        mean_loss = self.base_loss(y_true, y_pred)
        n = ops.cast(ops.shape(y_pred)[0], mean_loss.dtype)
        # sum over the examples + penalty ...
        objective = n * mean_loss
        for w in self.weights:
            objective = objective + ops.cast(self.strength * ops.sum(ops.power(ops.abs(w), self.p)), mean_loss.dtype)
        # ... and then per example
        return objective / n


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2: {l2} is negative")
        self.l2 = l2

    def get_config(self):
        return {"l2": self.l2}

    def __call__(self, w):
        return self.l2 * ops.sum(ops.square(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1: {l1} is negative")
        self.l1 = l1

    def get_config(self):
        return {"l1": self.l1}

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))
