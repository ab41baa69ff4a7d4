"""Wrong idea: the weights are cut off from the gradient in the loss; style: snapshot of the weights by stop_gradient."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 has the negative value {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.sum(ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 has the negative value {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.sum(ops.square(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength has the negative value {strength}")
        if p < 1:
            raise ValueError(f"p has the value {p}, less than 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def current_values(self):
        """The weights as they are at the moment of the call (a copy, so that nothing can change them)."""
        return [ops.stop_gradient(ops.convert_to_tensor(w)) for w in self.weights]

    def call(self, y_true, y_pred):
        result = self.base_loss(y_true, y_pred)
        for value in self.current_values():
            result = result + ops.cast(self.strength * ops.sum(ops.power(ops.abs(value), self.p)), result.dtype)
        return result

    def get_config(self):
        own = {"weights": self.weights, "strength": self.strength, "p": self.p}
        return super().get_config() | own | {"base_loss": keras.losses.serialize(self.base_loss), "dtype": self.dtype}

    @classmethod
    def from_config(cls, config):
        return cls(**(config | {"base_loss": keras.losses.deserialize(config["base_loss"])}))
