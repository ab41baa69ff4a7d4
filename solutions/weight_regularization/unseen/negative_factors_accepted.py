"""Wrong idea: L1 and L2 accept a negative factor; style: only the loss checks, dataclass-like attributes."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1: float = 0.01):
        self.factor = ops.convert_to_numpy(l1).item()  # also takes 0-d arrays

    def __call__(self, w):
        return ops.sum(ops.abs(w)) * self.factor

    def get_config(self):
        return {"l1": self.factor}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2: float = 0.01):
        self.factor = ops.convert_to_numpy(l2).item()

    def __call__(self, w):
        return ops.sum(ops.square(w)) * self.factor

    def get_config(self):
        return {"l2": self.factor}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0 or p < 1:
            wrong = "strength" if strength < 0 else "p"
            raise ValueError(f"bad value for {wrong}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        data_term = self.base_loss(y_true, y_pred)
        weight_term = ops.cast(0.0, data_term.dtype)
        for variable in self.weights:
            weight_term = weight_term + ops.cast(ops.sum(ops.abs(variable) ** self.p), data_term.dtype)
        return data_term + self.strength * weight_term

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
