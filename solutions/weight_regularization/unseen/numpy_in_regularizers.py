"""Wrong idea: the penalty is computed by NumPy; style: tf.numpy_function, so that it also runs in fit."""

import keras
import numpy as np
import tensorflow as tf


def with_numpy(function, w):
    """Call a NumPy function with a weight. (w.numpy() does not exist while Keras traces, this does.)"""
    w = tf.convert_to_tensor(w)
    result = tf.numpy_function(lambda a: np.asarray(function(a), dtype=a.dtype), [w], w.dtype)
    return tf.reshape(result, [])


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("l1 must be >= 0")
        self.l1 = float(l1)

    def __call__(self, w):
        return with_numpy(lambda a: self.l1 * np.sum(np.abs(a)), w)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("l2 must be >= 0")
        self.l2 = float(l2)

    def __call__(self, w):
        return with_numpy(lambda a: self.l2 * np.sum(a**2), w)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("strength must be >= 0")
        if p < 1:
            raise ValueError("p must be >= 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        for w in self.weights:
            base = base + tf.cast(self.strength * tf.reduce_sum(tf.abs(w) ** self.p), base.dtype)
        return base

    def get_config(self):
        config = super().get_config()
        config["weights"], config["strength"], config["p"] = self.weights, self.strength, self.p
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["dtype"] = self.dtype
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
