"""Wrong idea: the config keeps only the class name of the base loss, so from_logits and the like are lost; style: shared checker, ops, getattr lookup."""
import keras
from keras import ops


def not_negative(name, value):
    if value < 0:
        raise ValueError(f"{name} must be zero or more, received {value}")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        self.l1 = not_negative("l1", l1)

    def __call__(self, w):
        return ops.sum(ops.abs(w)) * self.l1

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        self.l2 = not_negative("l2", l2)

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return ops.sum(w * w) * self.l2

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = not_negative("strength", strength)
        if p < 1:
            raise ValueError(f"p must be 1 or more, received {p}")
        self.p = p

    def call(self, y_true, y_pred):
        penalty = 0.0
        for variable in self.weights:
            penalty = penalty + ops.sum(ops.power(ops.abs(variable), self.p))
        return self.base_loss(y_true, y_pred) + self.strength * penalty

    def get_config(self):
        return {
            **super().get_config(),
            # a name is enough to find the class again
            "base_loss": type(self.base_loss).__name__,
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        config = config.copy()
        base_loss = getattr(keras.losses, config.pop("base_loss"))()
        return cls(base_loss=base_loss, **config)
