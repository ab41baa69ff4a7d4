"""Wrong idea: strength multiplies the base loss too; style: running total that starts with the base loss, scaled at the end."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("l1: not negative please")
        self.l1 = l1

    def __call__(self, w):
        total = tf.reduce_sum(tf.abs(w))
        total *= self.l1
        return total

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("l2: not negative please")
        self.l2 = l2

    def __call__(self, w):
        total = tf.reduce_sum(tf.square(w))
        total *= self.l2
        return total

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("strength: not negative please")
        if p < 1:
            raise ValueError("p: 1 or more please")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        total = self.base_loss(y_true, y_pred)
        for w in self.weights:
            total += tf.cast(tf.reduce_sum(tf.abs(w) ** self.p), total.dtype)
        total *= self.strength
        return total

    def get_config(self):
        config = super().get_config()
        config.update(
            base_loss=keras.losses.serialize(self.base_loss),
            weights=self.weights,
            strength=self.strength,
            p=self.p,
            dtype=self.dtype,
        )
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
