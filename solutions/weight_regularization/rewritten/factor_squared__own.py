"""Wrong idea: L2 squares the product of factor and weight, so the factor counts twice; style: float() conversions, generator expressions."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1: float = 0.01):
        self.l1 = float(l1)
        if self.l1 < 0.0:
            raise ValueError(f"expected l1 >= 0 but received {l1}")

    def __call__(self, w):
        return ops.sum(ops.abs(self.l1 * ops.convert_to_tensor(w)))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2: float = 0.01):
        self.l2 = float(l2)
        if self.l2 < 0.0:
            raise ValueError(f"expected l2 >= 0 but received {l2}")

    def __call__(self, w):
        return ops.sum(ops.square(self.l2 * ops.convert_to_tensor(w)))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        if strength < 0:
            raise ValueError(f"expected strength >= 0 but received {strength}")
        if p < 1:
            raise ValueError(f"expected p >= 1 but received {p}")
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = [w for w in weights]
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        powers = [ops.sum(ops.power(ops.abs(ops.convert_to_tensor(w)), self.p)) for w in self.weights]
        base = self.base_loss(y_true, y_pred)
        for power in powers:
            base = base + self.strength * power
        return base

    def get_config(self):
        return super().get_config() | {
            "base_loss": keras.saving.serialize_keras_object(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        base_loss = keras.saving.deserialize_keras_object(config["base_loss"])
        return cls(**(config | {"base_loss": base_loss}))
