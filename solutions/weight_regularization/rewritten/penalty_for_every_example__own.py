"""Wrong idea: the penalty is multiplied by the number of examples in the batch; style: penalty of one variable as function, dot product for squares."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    """lasso"""

    def __init__(self, l1=0.01):
        if not l1 >= 0:
            raise ValueError("l1 should be >= 0")
        self.l1 = l1

    def __call__(self, w):
        return self.l1 * ops.sum(ops.absolute(w))

    def get_config(self):
        return dict(l1=self.l1)


@keras.saving.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    """ridge"""

    def __init__(self, l2=0.01):
        if not l2 >= 0:
            raise ValueError("l2 should be >= 0")
        self.l2 = l2

    def __call__(self, w):
        flat = ops.reshape(w, (-1,))
        return self.l2 * ops.dot(flat, flat)

    def get_config(self):
        return dict(l2=self.l2)


@keras.saving.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        super().__init__(**kwargs)
        if not strength >= 0:
            raise ValueError("strength should be >= 0")
        if not p >= 1:
            raise ValueError("p should be >= 1")
        self.base_loss = base_loss
        self.weights = list(weights)
        self.strength = strength
        self.p = p

    def power_sum(self, w):
        return ops.sum(ops.abs(w) ** self.p)

    def call(self, y_true, y_pred):
        examples = ops.shape(y_pred)[0]
        loss = self.base_loss(y_true, y_pred)
        penalty = self.strength * sum(self.power_sum(w) for w in self.weights)
        # each example pays for the weights
        return loss + ops.cast(examples, loss.dtype) * penalty

    def get_config(self):
        config = super().get_config()
        config.update(
            base_loss=keras.losses.serialize(self.base_loss),
            weights=self.weights,
            strength=self.strength,
            p=self.p,
        )
        return config

    @classmethod
    def from_config(cls, config):
        base_loss = keras.losses.deserialize(config["base_loss"])
        rest = {key: value for key, value in config.items() if key != "base_loss"}
        return cls(base_loss, **rest)
