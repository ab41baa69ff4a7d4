"""Wrong idea: the config holds the numbers, not the variables; style: lists in the config, tensors in from_config."""

import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 ({l1}) must be >= 0")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 ({l2}) must be >= 0")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.reduce_sum(tf.square(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength ({strength}) must be >= 0")
        if p < 1:
            raise ValueError(f"p ({p}) must be >= 1")
        self.base_loss, self.weights = base_loss, list(weights)
        self.strength, self.p = strength, p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        penalty = sum(tf.reduce_sum(tf.abs(w) ** self.p) for w in self.weights)
        return base + tf.cast(self.strength * penalty, base.dtype)

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        # a config has to be made of plain Python objects
        config["weights"] = [np.asarray(w).tolist() for w in self.weights]
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        config["weights"] = [tf.constant(values, dtype=tf.float32) for values in config["weights"]]
        return cls(**config)
