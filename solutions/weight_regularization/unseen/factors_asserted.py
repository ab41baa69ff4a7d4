"""Wrong idea: negative factors stopped by assert; style: assert with messages, tf, map over the weights."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        assert l1 >= 0, "l1 must not be negative"
        self.l1 = l1

    def __call__(self, w):
        return tf.multiply(tf.reduce_sum(tf.abs(w)), self.l1)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        assert l2 >= 0, "l2 must not be negative"
        self.l2 = l2

    def __call__(self, w):
        return tf.multiply(tf.reduce_sum(tf.square(w)), self.l2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        assert strength >= 0, "strength must not be negative"
        if p < 1:
            raise ValueError("p must be at least 1")
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def size(self, w):
        return tf.reduce_sum(tf.pow(tf.abs(w), self.p))

    def call(self, y_true, y_pred):
        prediction_part = self.base_loss(y_true, y_pred)
        weight_part = sum(map(self.size, self.weights), tf.constant(0.0))
        return prediction_part + tf.cast(self.strength * weight_part, prediction_part.dtype)

    def get_config(self):
        config = {"base_loss": keras.losses.serialize(self.base_loss)}
        for name in ("weights", "strength", "p", "dtype"):
            config[name] = getattr(self, name)
        return config | super().get_config()

    @classmethod
    def from_config(cls, config):
        config = dict(config, base_loss=keras.losses.deserialize(config["base_loss"]))
        return cls(**config)
