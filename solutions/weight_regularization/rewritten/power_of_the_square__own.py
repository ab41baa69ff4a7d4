"""Wrong idea: |w|^p is written as (w^2)^(p/2), whose gradient at 0 is NaN for p < 2; style: tf functions, running total."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError(f"l1 is negative ({l1})")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(tf.convert_to_tensor(w)))

    def get_config(self):
        return {"l1": float(self.l1)}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError(f"l2 is negative ({l2})")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * tf.reduce_sum(tf.square(tf.convert_to_tensor(w)))

    def get_config(self):
        return {"l2": float(self.l2)}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError(f"strength is negative ({strength})")
        if p < 1:
            raise ValueError(f"p is below 1 ({p})")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def _penalty(self):
        total = tf.constant(0.0)
        for w in self.weights:
            square = tf.square(tf.convert_to_tensor(w))  # no sign any more
            total += tf.reduce_sum(tf.pow(square, self.p / 2))
        return total

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + self.strength * self._penalty()

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
