"""Wrong idea: only moving_mean is updated; style: generator of moved axes, update buried in the method for the mean."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum > 1 or momentum < 0:
            raise ValueError(f"momentum ({momentum}) must be from [0, 1]")
        if epsilon <= 0:
            raise ValueError(f"epsilon ({epsilon}) must be more than 0")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        self.c = self.axis % rank
        self.rest = tuple(i for i in range(rank) if i != self.c)
        shape = (input_shape[self.c],)
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=shape, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=shape, initializer="ones", trainable=False)

    def get_mean(self, x, training):
        if training:
            mean = ops.mean(x, axis=self.rest)
            moved = self.momentum * self.moving_mean + (1 - self.momentum) * mean
            self.moving_mean.assign(moved)
        else:
            mean = self.moving_mean
        return ops.expand_dims(ops.cast(mean, x.dtype), self.rest)

    def get_variance(self, centred, training):
        # x - mean is already there, so the variance is the mean square
        if training:
            return ops.mean(ops.square(centred), axis=self.rest, keepdims=True)
        return ops.expand_dims(ops.cast(self.moving_variance, centred.dtype), self.rest)

    def call(self, inputs, training=False):
        training = training and self.trainable
        x = inputs - self.get_mean(inputs, training)
        x = x / ops.sqrt(self.get_variance(x, training) + self.epsilon)
        gamma = ops.expand_dims(ops.cast(self.gamma, x.dtype), self.rest)
        beta = ops.expand_dims(ops.cast(self.beta, x.dtype), self.rest)
        return x * gamma + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
