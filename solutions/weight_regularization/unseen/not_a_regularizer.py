"""Wrong idea: L1 and L2 are plain classes; style: duck typing with __call__, get_config and from_config."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class L1:
    """Anything that can be called with a weight is a regularizer."""

    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 must be non-negative; l1={l1}")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(w))

    def get_config(self):
        return {"l1": self.l1}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2:
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 must be non-negative; l2={l2}")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.reduce_sum(tf.square(w))

    def get_config(self):
        return {"l2": self.l2}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength must be non-negative; strength={strength}")
        if p < 1:
            raise ValueError(f"p must be 1 or larger; p={p}")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + tf.cast(
            self.strength * tf.add_n([tf.zeros(())] + [tf.reduce_sum(tf.pow(tf.abs(w), self.p)) for w in self.weights]), self.dtype
        )

    def get_config(self):
        return {
            **super().get_config(),
            "base_loss": keras.losses.serialize(self.base_loss),
            "weights": self.weights,
            "strength": self.strength,
            "p": self.p,
        }

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "base_loss": keras.losses.deserialize(config["base_loss"])})
