"""Wrong idea: a factor 1/2 in L2; style: tf.nn.l2_loss for L2, tf.norm with ord=1 for L1."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"Negative l1: {l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(tf.reshape(w, [-1])))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"Negative l2: {l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.nn.l2_loss(tf.convert_to_tensor(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"Negative strength: {strength}")
        if p < 1:
            raise ValueError(f"p below 1: {p}")
        self.arguments = {"base_loss": base_loss, "weights": weights, "strength": strength, "p": p}

    def call(self, y_true, y_pred):
        a = self.arguments
        base = a["base_loss"](y_true, y_pred)
        penalty = 0.0
        for w in a["weights"]:
            penalty += tf.reduce_sum(tf.math.pow(tf.math.abs(w), a["p"]))
        return base + tf.cast(a["strength"] * penalty, base.dtype)

    def get_config(self):
        config = super().get_config()
        config.update(self.arguments)
        config["base_loss"] = keras.losses.serialize(self.arguments["base_loss"])
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
