"""Wrong idea: L1 squares and L2 takes absolute values; style: two functions above the classes, used by both."""

import keras
import tensorflow as tf


def diamond(w):
    return tf.reduce_sum(tf.square(w))


def circle(w):
    return tf.reduce_sum(tf.abs(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    """The diamond."""

    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 < 0: {l1}")
        self.l1 = float(l1)

    def __call__(self, w):
        return self.l1 * diamond(w)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    """The circle."""

    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 < 0: {l2}")
        self.l2 = float(l2)

    def __call__(self, w):
        return self.l2 * circle(w)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, name="norm_penalized_loss", dtype=None, **kwargs):
        super().__init__(name=name, dtype=dtype, **kwargs)
        if strength < 0:
            raise ValueError(f"strength < 0: {strength}")
        if p < 1:
            raise ValueError(f"p < 1: {p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = float(strength)
        self.p = float(p)

    def call(self, y_true, y_pred):
        fit = self.base_loss(y_true, y_pred)
        size = tf.zeros((), fit.dtype)
        for w in self.weights:
            size += tf.cast(tf.reduce_sum(tf.abs(w) ** self.p), fit.dtype)
        return fit + self.strength * size

    def get_config(self):
        config = super().get_config()
        config.update(
            base_loss=keras.losses.serialize(self.base_loss), weights=self.weights, strength=self.strength, p=self.p, dtype=self.dtype
        )
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config.update(base_loss=keras.losses.deserialize(config["base_loss"]))
        return cls(**config)
