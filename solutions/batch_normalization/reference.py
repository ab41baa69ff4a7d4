from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    """Batch normalization (Ioffe & Szegedy, 2015, Algorithms 1 and 2).

    Training: `gamma * (x - mean) / sqrt(variance + epsilon) + beta`, where `mean` and the biased `variance` (divided by
    the number of values, not by one less) are taken over every axis of the batch but `axis`; and each moving statistic
    becomes `momentum * moving + (1 - momentum) * batch`.
    Inference, and a layer with `trainable = False`: the same formula with `moving_mean` and `moving_variance`; nothing
    is updated.

    Args:
        axis: the axis of the channels: -1 for channels last, 1 for images of shape (batch, channels, height, width).
        momentum: weight of the old value when a moving statistic is updated, in [0, 1].
        epsilon: positive number added to the variance.

    Weights, each of shape (channels,), in this order: `gamma` (ones, trainable), `beta` (zeros, trainable),
    `moving_mean` (zeros, not trainable), `moving_variance` (ones, not trainable).

    Input and output: the same shape, (batch, ..., channels, ...), of rank 2 or more.

    Raises:
        ValueError: if `momentum` is outside [0, 1] or `epsilon` is not positive.
    """

    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 1e-3, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be in [0, 1], received momentum={momentum}")
        if not epsilon > 0:
            raise ValueError(f"epsilon must be positive, received epsilon={epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon
        ### END SOLUTION

    def build(self, input_shape) -> None:
        """Create the four weights, of shape (channels,)."""
        ### BEGIN SOLUTION
        channels = (input_shape[self.axis],)
        self.gamma = self.add_weight(shape=channels, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=channels, initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=channels, initializer="zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(
            shape=channels, initializer="ones", trainable=False, name="moving_variance"
        )
        ### END SOLUTION

    def call(self, inputs, training: bool = False):
        """Normalise `inputs`; with `training=True` also update the moving statistics."""
        ### BEGIN SOLUTION
        axis = self.axis % len(inputs.shape)
        others = [i for i in range(len(inputs.shape)) if i != axis]
        if training and self.trainable:
            mean = ops.mean(inputs, axis=others)  # (channels,)
            variance = ops.var(inputs, axis=others)  # (channels,)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            mean, variance = self.moving_mean, self.moving_variance
        shape = [1] * len(inputs.shape)
        shape[axis] = -1  # (1, channels, 1, 1) for axis 1 of 4: lines up with the axis of the channels

        def aligned(statistic):
            return ops.reshape(statistic, shape)

        normalized = (inputs - aligned(mean)) / ops.sqrt(aligned(variance) + self.epsilon)
        return aligned(self.gamma) * normalized + aligned(self.beta)
        ### END SOLUTION

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        """Return every constructor argument, so that a saved layer can be made again."""
        ### BEGIN SOLUTION
        return {**super().get_config(), "axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        ### END SOLUTION
