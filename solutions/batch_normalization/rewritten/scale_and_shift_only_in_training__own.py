"""Wrong idea: gamma and beta are applied to the training output only; style: expand_dims for alignment, early return."""
import keras
from keras import ops


def expand(vector, axis, rank):
    """(c,) -> (1, .., c, .., 1)"""
    where = [i for i in range(rank) if i != axis]
    return ops.expand_dims(ops.convert_to_tensor(vector), where)


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        problems = []
        if not 0 <= momentum <= 1:
            problems.append(f"momentum must be in [0, 1] but is {momentum}")
        if not epsilon > 0:
            problems.append(f"epsilon must be positive but is {epsilon}")
        if problems:
            raise ValueError("; ".join(problems))
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones", trainable=True)
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros", trainable=True)
        self.moving_mean = self.add_weight(name="moving_mean", shape=shape, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=shape, initializer="ones", trainable=False)

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.axis % rank

        if not training or not self.trainable:
            mean = expand(self.moving_mean, axis, rank)
            variance = expand(self.moving_variance, axis, rank)
            return (inputs - mean) / ops.sqrt(variance + self.epsilon)

        others = [i for i in range(rank) if i != axis]
        mean, variance = ops.moments(inputs, others)
        keep, take = self.momentum, 1.0 - self.momentum
        self.moving_mean.assign(keep * self.moving_mean + take * mean)
        self.moving_variance.assign(keep * self.moving_variance + take * variance)
        normal = (inputs - expand(mean, axis, rank)) / ops.sqrt(expand(variance, axis, rank) + self.epsilon)
        return expand(self.gamma, axis, rank) * normal + expand(self.beta, axis, rank)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        own = {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        return {**super().get_config(), **own}
