"""Wrong idea: cross-entropy is built in, base_loss never called; style: penalty method, loss first in the file."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    """Cross-entropy plus strength * sum |w|^p."""

    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("`strength` is negative")
        if p < 1:
            raise ValueError("`p` is less than 1")
        self.base_loss = base_loss
        self.weights = weights
        self.strength = strength
        self.p = p

    def penalty(self):
        total = 0.0
        for w in self.weights:
            total = total + ops.sum(ops.abs(w) ** self.p)
        return total

    def call(self, y_true, y_pred):
        # digits: labels are integers, the network gives logits
        classes = ops.cast(y_true, "int32")
        entropy = ops.mean(keras.losses.sparse_categorical_crossentropy(classes, y_pred, from_logits=True))
        return entropy + ops.cast(self.strength * self.penalty(), entropy.dtype)

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        config = config.copy()
        base_loss = keras.losses.deserialize(config.pop("base_loss"))
        return cls(base_loss, **config)


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("`l1` is negative")
        self.l1 = l1

    def __call__(self, w):
        return ops.sum(ops.abs(w)) * self.l1

    def get_config(self):
        return {"l1": float(self.l1)}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("`l2` is negative")
        self.l2 = l2

    def __call__(self, w):
        return ops.sum(ops.square(w)) * self.l2

    def get_config(self):
        return {"l2": float(self.l2)}
