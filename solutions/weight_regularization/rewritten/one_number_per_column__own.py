"""Wrong idea: L1 and L2 sum along axis 0 only, so a matrix gives a row of numbers; style: common base class for the two regularizers."""
import keras
import tensorflow as tf
from keras import ops


class _Factor(keras.regularizers.Regularizer):
    key = None

    def _keep(self, value):
        if value < 0:
            raise ValueError(f"{self.key}={value}: the factor of a penalty is never negative")
        setattr(self, self.key, value)

    def get_config(self):
        return {self.key: getattr(self, self.key)}

    def __call__(self, w):
        sizes = self.size(ops.convert_to_tensor(w))
        return getattr(self, self.key) * ops.sum(sizes, axis=0)


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(_Factor):
    key = "l1"

    def __init__(self, l1=0.01):
        self._keep(l1)

    def size(self, w):
        return ops.abs(w)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(_Factor):
    key = "l2"

    def __init__(self, l2=0.01):
        self._keep(l2)

    def size(self, w):
        return ops.square(w)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        for name, value, least in (("strength", strength, 0), ("p", p, 1)):
            if value < least:
                raise ValueError(f"{name}={value}: must be at least {least}")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        sums = [tf.reduce_sum(tf.abs(tf.convert_to_tensor(w)) ** self.p) for w in self.weights]
        return self.base_loss(y_true, y_pred) + self.strength * tf.add_n(sums)

    def get_config(self):
        return {
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
            **super().get_config(),
        }

    @classmethod
    def from_config(cls, config):
        return cls(**{k: keras.losses.deserialize(v) if k == "base_loss" else v for k, v in config.items()})
