"""Wrong idea: the loss takes no name and dtype; style: exactly four arguments, from_config picks them out."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        self.l1 = l1
        if l1 < 0:
            raise ValueError("The argument l1 must be >= 0.")

    def get_config(self):
        return {"l1": self.l1}

    def __call__(self, w):
        return self.l1 * ops.sum(ops.absolute(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        self.l2 = l2
        if l2 < 0:
            raise ValueError("The argument l2 must be >= 0.")

    def get_config(self):
        return {"l2": self.l2}

    def __call__(self, w):
        return self.l2 * ops.sum(ops.square(ops.absolute(w)))


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p):
        super().__init__(name="norm_penalized_loss")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p
        if strength < 0:
            raise ValueError("The argument strength must be >= 0.")
        if p < 1:
            raise ValueError("The argument p must be >= 1.")

    def get_config(self):
        return {
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        base_loss = keras.losses.deserialize(config["base_loss"])
        return cls(base_loss, config["weights"], config["strength"], config["p"])

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        terms = [ops.sum(ops.power(ops.absolute(w), self.p)) for w in self.weights]
        return base + ops.cast(self.strength * sum(terms), base.dtype)
