"""Epsilon missing, written in the style of the alternative `weights_kept_in_float32`."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"`momentum` must be between 0 and 1, not {momentum!r}.")
        if epsilon <= 0:
            raise ValueError(f"`epsilon` must be greater than 0, not {epsilon!r}.")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        def weight(name, initializer, trainable):
            return self.add_weight(
                name=name,
                shape=(input_shape[self.axis],),
                initializer=initializer,
                trainable=trainable,
                autocast=False,
            )

        self.gamma = weight("gamma", "ones", True)
        self.beta = weight("beta", "zeros", True)
        self.moving_mean = weight("moving_mean", "zeros", False)
        self.moving_variance = weight("moving_variance", "ones", False)

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.axis % rank
        others = [i for i in range(rank) if i != axis]
        x = ops.cast(inputs, self.variable_dtype)
        if training and self.trainable:
            mean, variance = ops.moments(x, axes=others)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            mean, variance = self.moving_mean.value, self.moving_variance.value
        shape = [-1 if i == axis else 1 for i in range(rank)]
        scale = ops.reshape(self.gamma / ops.sqrt(variance), shape)
        x = (x - ops.reshape(mean, shape)) * scale + ops.reshape(self.beta.value, shape)
        return ops.cast(x, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
