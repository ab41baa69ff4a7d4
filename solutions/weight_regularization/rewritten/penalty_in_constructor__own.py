"""Wrong idea: the penalty is computed once in the constructor and only added in call; style: tf.math in the regularizers, factor inside of the sum."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("The factor l1 cannot be negative.")
        self.l1 = l1

    def __call__(self, w):
        absolute = tf.math.abs(tf.convert_to_tensor(w))
        return tf.math.reduce_sum(absolute * self.l1)

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("The factor l2 cannot be negative.")
        self.l2 = l2

    def __call__(self, w):
        square = tf.math.square(tf.convert_to_tensor(w))
        return tf.math.reduce_sum(square * self.l2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("The strength cannot be negative.")
        if p < 1:
            raise ValueError("The exponent p cannot be below 1.")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p
        # the penalty has nothing to do with the batch, so it is enough to compute it here
        self.penalty = strength * sum(ops.sum(ops.power(ops.abs(w), p)) for w in self.weights)

    def call(self, y_true, y_pred):
        return self.base_loss(y_true, y_pred) + self.penalty

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        for name in ("weights", "strength", "p"):
            config[name] = getattr(self, name)
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
