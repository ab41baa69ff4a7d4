"""Wrong idea: L1 takes |w| as the root of w squared; style: both classes from one private function of squares."""

import keras
import tensorflow as tf


def _squares(w):
    w = tf.convert_to_tensor(w)
    return w * w


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("l1 may not be negative: {}".format(l1))
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(_squares(w) ** 0.5)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("l2 may not be negative: {}".format(l2))
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.reduce_sum(_squares(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("strength may not be negative: {}".format(strength))
        if p < 1:
            raise ValueError("p may not be less than 1: {}".format(p))
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        value = self.base_loss(y_true, y_pred)
        for w in self.weights:
            value += tf.cast(self.strength * tf.reduce_sum(tf.pow(tf.abs(w), float(self.p))), value.dtype)
        return value

    def get_config(self):
        return dict(
            base_loss=keras.losses.serialize(self.base_loss),
            weights=self.weights,
            strength=self.strength,
            p=self.p,
            **super().get_config(),
        )

    @classmethod
    def from_config(cls, config):
        c = dict(config)
        c["base_loss"] = keras.losses.deserialize(c["base_loss"])
        return cls(**c)
