"""Wrong idea: a factor of 0 is refused; style: shared positive() check in all three classes, tf."""

import keras
import tensorflow as tf


def positive(**argument):
    ((name, value),) = argument.items()
    if not value > 0:
        raise ValueError(f"{name} must be positive, got {value}")
    return value


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        self.l1 = positive(l1=l1)

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        self.l2 = positive(l2=l2)

    def __call__(self, w):
        return self.l2 * tf.reduce_sum(tf.square(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        self.base_loss = base_loss
        self.weights = weights
        self.strength = positive(strength=strength)
        if p < 1:
            raise ValueError(f"p must be at least 1, got {p}")
        self.p = p

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        penalty = tf.add_n([tf.cast(tf.reduce_sum(tf.abs(w) ** self.p), base.dtype) for w in self.weights] or [tf.zeros_like(base)])
        return base + self.strength * penalty

    def get_config(self):
        config = super().get_config()
        config["dtype"] = self.dtype
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        for name in ["weights", "strength", "p"]:
            config[name] = getattr(self, name)
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
