"""Wrong idea: the factor is always 0.01; style: module constant, arguments only remembered for the config."""

import keras
from keras import ops

FACTOR = 0.01  # lambda, see the lesson


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=FACTOR):
        if l1 < 0:
            raise ValueError(f"l1 is {l1}, but has to be >= 0")
        self.config = {"l1": l1}

    def __call__(self, w):
        return FACTOR * ops.sum(ops.abs(w))

    def get_config(self):
        return dict(self.config)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=FACTOR):
        if l2 < 0:
            raise ValueError(f"l2 is {l2}, but has to be >= 0")
        self.config = {"l2": l2}

    def __call__(self, w):
        w = ops.reshape(w, (-1,))
        return FACTOR * ops.dot(w, w)

    def get_config(self):
        return dict(self.config)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if p < 1:
            raise ValueError(f"p is {p}, but has to be >= 1")
        if strength < 0:
            raise ValueError(f"strength is {strength}, but has to be >= 0")
        self.base_loss = base_loss
        self.weights = tuple(weights)
        self.strength = float(strength)
        self.p = float(p)

    def call(self, y_true, y_pred):
        result = self.base_loss(y_true, y_pred)
        for w in self.weights:
            powers = ops.abs(w) ** self.p
            result += ops.cast(self.strength * ops.sum(powers), result.dtype)
        return result

    def get_config(self):
        return dict(
            super().get_config(),
            base_loss=keras.losses.serialize(self.base_loss),
            weights=list(self.weights),
            strength=self.strength,
            p=self.p,
        )

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        loss = config.pop("base_loss")
        return cls(base_loss=keras.losses.deserialize(loss), **config)
