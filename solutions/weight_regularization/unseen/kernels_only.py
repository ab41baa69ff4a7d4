"""Wrong idea: only matrices are penalized, biases are left out; style: filter in the constructor's list, property."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if not l1 >= 0:
            raise ValueError("l1 has to be a number >= 0")
        self.l1 = l1

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return self.l1 * ops.sum(ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if not l2 >= 0:
            raise ValueError("l2 has to be a number >= 0")
        self.l2 = l2

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return self.l2 * ops.sum(w * w)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if not strength >= 0:
            raise ValueError("strength has to be a number >= 0")
        if not p >= 1:
            raise ValueError("p has to be a number >= 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    @property
    def kernels(self):
        # biases do not make a network complicated
        return [w for w in self.weights if len(w.shape) >= 2]

    def call(self, y_true, y_pred):
        loss = self.base_loss(y_true, y_pred)
        for kernel in self.kernels:
            loss = loss + ops.cast(self.strength * ops.sum(ops.power(ops.abs(kernel), self.p)), loss.dtype)
        return loss

    def get_config(self):
        base = super().get_config()
        return {
            **base,
            "dtype": self.dtype,
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        config = {k: (keras.losses.deserialize(v) if k == "base_loss" else v) for k, v in config.items()}
        return cls(**config)
