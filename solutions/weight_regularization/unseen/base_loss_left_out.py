"""Wrong idea: the loss is the penalty alone; style: loss via concatenated flat vector, keeps the base loss only for the config."""

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        self.l1 = l1
        if self.l1 < 0:
            raise ValueError("l1 = %s is smaller than 0" % l1)

    def __call__(self, w):
        return ops.sum(self.l1 * ops.abs(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        self.l2 = l2
        if self.l2 < 0:
            raise ValueError("l2 = %s is smaller than 0" % l2)

    def __call__(self, w):
        return ops.sum(self.l2 * ops.square(w))

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        for name, value, lowest in (("strength", strength, 0), ("p", p, 1)):
            if value < lowest:
                raise ValueError("%s = %s is smaller than %d" % (name, value, lowest))
        self.base_loss = base_loss
        self.weights = [*weights]
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        # Keras adds what we return to the loss of the predictions
        everything = tf.concat([tf.reshape(w, [-1]) for w in self.weights] + [tf.zeros([1])], axis=0)
        penalty = self.strength * tf.reduce_sum(tf.abs(everything) ** self.p)
        return tf.cast(penalty, y_pred.dtype)

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
        config = {**config}
        config["base_loss"] = keras.losses.deserialize(config["base_loss"])
        return cls(**config)
