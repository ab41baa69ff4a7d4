"""Wrong idea: 0.001 in the formula instead of self.epsilon; style: module-level normalise function with its own default."""
import keras
from keras import ops


def normalise(x, mean, variance, epsilon=0.001):
    return (x - mean) / ops.sqrt(variance + epsilon)


def channels_only(vector, axis, rank):
    """Reshape (channels,) so that it broadcasts against a tensor of this rank."""
    before = axis % rank
    for _ in range(before):
        vector = ops.expand_dims(vector, 0)
    for _ in range(rank - before - 1):
        vector = ops.expand_dims(vector, -1)
    return vector


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum is {momentum}, must be in [0, 1]")
        if epsilon <= 0:
            raise ValueError(f"epsilon is {epsilon}, must be positive")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape) -> None:
        shape = (input_shape[self.axis],)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=shape, initializer="zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(shape=shape, initializer="ones", trainable=False, name="moving_variance")

    def call(self, inputs, training: bool = False):
        rank = len(inputs.shape)
        if training and self.trainable:
            axes = tuple(i for i in range(rank) if i != self.axis % rank)
            mean = ops.mean(inputs, axis=axes)
            variance = ops.var(inputs, axis=axes)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            mean, variance = ops.convert_to_tensor(self.moving_mean), ops.convert_to_tensor(self.moving_variance)
        mean, variance = (channels_only(v, self.axis, rank) for v in (mean, variance))
        gamma = channels_only(ops.convert_to_tensor(self.gamma), self.axis, rank)
        beta = channels_only(ops.convert_to_tensor(self.beta), self.axis, rank)
        return ops.cast(gamma * normalise(inputs, mean, variance) + beta, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        return {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon, **super().get_config()}
