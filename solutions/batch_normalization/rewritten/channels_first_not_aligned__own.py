"""Wrong idea: the vectors of shape (channels,) are used without reshaping, which only fits when the channels are last; style: short, ops.mean of squares."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum={momentum}, expected a number in [0, 1]")
        if not epsilon > 0:
            raise ValueError(f"epsilon={epsilon}, expected a positive number")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        size = (input_shape[self.axis],)
        self.gamma = self.add_weight(shape=size, initializer=keras.initializers.Ones(), name="gamma")
        self.beta = self.add_weight(shape=size, initializer=keras.initializers.Zeros(), name="beta")
        self.moving_mean = self.add_weight(
            shape=size, initializer=keras.initializers.Zeros(), name="moving_mean", trainable=False
        )
        self.moving_variance = self.add_weight(
            shape=size, initializer=keras.initializers.Ones(), name="moving_variance", trainable=False
        )

    def call(self, inputs, training=False):
        axes = list(range(len(inputs.shape)))
        axes.pop(self.axis)  # all but the channels
        if training and self.trainable:
            mu = ops.mean(inputs, axis=axes)
            var = ops.var(inputs, axis=axes)
            self.moving_mean.assign(self.moving_mean * self.momentum + mu * (1 - self.momentum))
            self.moving_variance.assign(self.moving_variance * self.momentum + var * (1 - self.momentum))
        else:
            mu = self.moving_mean
            var = self.moving_variance
        # broadcasting does the rest
        return self.gamma * ((inputs - mu) / ops.sqrt(var + self.epsilon)) + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | dict(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
