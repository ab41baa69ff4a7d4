"""Wrong idea: p = 1 is refused; style: _check methods, the regularizers share a base class."""

import keras
from keras import ops


class _Power(keras.regularizers.Regularizer):
    """factor * sum |w|^exponent"""

    argument = None
    exponent = None

    def _set(self, factor):
        if factor < 0:
            raise ValueError(f"{self.argument} must be at least 0, not {factor}")
        self.factor = float(factor)

    def __call__(self, w):
        return self.factor * ops.sum(ops.power(ops.abs(w), self.exponent))

    def get_config(self):
        return {self.argument: self.factor}


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(_Power):
    argument, exponent = "l1", 1

    def __init__(self, l1=0.01):
        self._set(l1)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(_Power):
    argument, exponent = "l2", 2

    def __init__(self, l2=0.01):
        self._set(l2)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        self.base_loss, self.weights, self.strength, self.p = base_loss, weights, strength, p
        self._check()

    def _check(self):
        if self.strength < 0:
            raise ValueError(f"strength must be at least 0, not {self.strength}")
        # |w|^p has a corner at 0 unless p > 1: no gradient there
        if not self.p > 1:
            raise ValueError(f"p must be greater than 1, not {self.p}")

    def call(self, y_true, y_pred):
        base = self.base_loss(y_true, y_pred)
        norms = sum(ops.sum(ops.power(ops.abs(w), self.p)) for w in self.weights)
        return base + ops.cast(self.strength * norms, base.dtype)

    def get_config(self):
        config = super().get_config()
        config.update(strength=self.strength, p=self.p, weights=self.weights)
        config["base_loss"] = keras.losses.serialize(self.base_loss)
        config["dtype"] = self.dtype
        return config

    @classmethod
    def from_config(cls, config):
        arguments = dict(config)
        arguments["base_loss"] = keras.losses.deserialize(arguments["base_loss"])
        return cls(**arguments)
