"""Wrong idea: in the loop over the weights the penalty is assigned, not added up, so the last variable counts; style: plain loops and long names."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if l1 < 0:
            raise ValueError("l1 has to be a number that is not negative, but it is " + str(l1))
        self.l1 = l1

    def __call__(self, w):
        sum_of_absolute_values = ops.sum(ops.abs(w))
        return self.l1 * sum_of_absolute_values

    def get_config(self):
        return {"l1": self.l1}


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if l2 < 0:
            raise ValueError("l2 has to be a number that is not negative, but it is " + str(l2))
        self.l2 = l2

    def __call__(self, w):
        sum_of_squares = ops.sum(ops.power(w, 2))
        return self.l2 * sum_of_squares

    def get_config(self):
        return {"l2": self.l2}


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if strength < 0:
            raise ValueError("strength has to be a number that is not negative, but it is " + str(strength))
        if p < 1:
            raise ValueError("p has to be a number that is not below 1, but it is " + str(p))
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def call(self, y_true, y_pred):
        loss = self.base_loss(y_true, y_pred)
        penalty = 0.0
        for weight in self.weights:
            magnitudes = ops.abs(weight)
            penalty = ops.sum(ops.power(magnitudes, self.p))
        return loss + self.strength * penalty

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
        base_loss = keras.losses.deserialize(config.pop("base_loss"))
        weights = config.pop("weights")
        return cls(base_loss, weights, config.pop("strength"), config.pop("p"), **config)
