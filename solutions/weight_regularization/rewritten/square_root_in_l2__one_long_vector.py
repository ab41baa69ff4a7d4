"""Square root in l2, written in the style of the alternative `one_long_vector`."""

import keras
from keras import ops


def absolute(w):
    return ops.maximum(w, -w)


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 = {l1} is negative")
        self.l1 = l1

    def __call__(self, w):
        return ops.sum(self.l1 * absolute(ops.reshape(w, (-1,))))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 = {l2} is negative")
        self.l2 = l2

    def __call__(self, w):
        w = ops.reshape(w, (-1,))
        return self.l2 * ops.sqrt(ops.dot(w, w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, name=None, dtype=None, **kwargs):
        super().__init__(name=name, dtype=dtype, **kwargs)
        if strength < 0:
            raise ValueError(f"strength = {strength} is negative")
        if p < 1:
            raise ValueError(f"p = {p} is less than 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        everything = ops.concatenate([ops.reshape(w, (-1,)) for w in self.weights])
        return self.base_loss(y_true, y_pred) + ops.sum(self.strength * absolute(everything) ** self.p)

    def get_config(self):
        config = super().get_config()
        config.update(
            base_loss=keras.saving.serialize_keras_object(self.base_loss),
            weights=self.weights,
            strength=self.strength,
            p=self.p,
        )
        return config

    @classmethod
    def from_config(cls, config):
        base_loss = keras.saving.deserialize_keras_object(config.pop("base_loss"))
        return cls(base_loss, **config)
