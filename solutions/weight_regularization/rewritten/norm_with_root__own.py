"""Wrong idea: the p-norm with its p-th root is added, not the sum of powers; style: all weights flattened into one vector."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("negative l1")
        self.l1 = l1

    def __call__(self, w):
        w = ops.convert_to_tensor(w)
        return self.l1 * ops.sum(w * ops.sign(w))

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("negative l2")
        self.l2 = l2

    def __call__(self, w):
        return self.l2 * ops.sum(ops.convert_to_tensor(w) ** 2)

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    """base loss + strength * ||w||_p"""

    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("negative strength")
        if p < 1:
            raise ValueError("p below 1")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        vector = ops.concatenate([ops.reshape(w, (-1,)) for w in self.weights])
        norm = ops.sum(ops.abs(vector) ** self.p) ** (1.0 / self.p)
        return self.base_loss(y_true, y_pred) + self.strength * norm

    def get_config(self):
        config = super().get_config()
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["weights"] = self.weights
        config["strength"] = self.strength
        config["p"] = self.p
        return config

    @classmethod
    def from_config(cls, config):
        arguments = dict(config)
        arguments["base_loss"] = keras.losses.deserialize(arguments["base_loss"])
        return cls(**arguments)
