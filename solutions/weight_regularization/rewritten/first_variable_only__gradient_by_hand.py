"""First variable only, written in the style of the alternative `gradient_by_hand`."""

import keras
import tensorflow as tf


def power_sum(w, p):
    @tf.custom_gradient
    def compute(w):
        size = tf.abs(w)

        def gradient(upstream):
            return upstream * p * size ** (p - 1) * tf.sign(w)

        return tf.reduce_sum(size**p), gradient

    return compute(tf.convert_to_tensor(w))


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1: {l1} < 0")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * power_sum(w, 1)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2: {l2} < 0")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * power_sum(w, 2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        if strength < 0:
            raise ValueError(f"strength: {strength} < 0")
        if p < 1:
            raise ValueError(f"p: {p} < 1")
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + self.strength * power_sum(self.weights[0], self.p)

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.saving.serialize_keras_object(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        return cls(keras.saving.deserialize_keras_object(config.pop("base_loss")), **config)
