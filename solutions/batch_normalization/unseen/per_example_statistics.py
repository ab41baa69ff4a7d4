"""Wrong idea: `axis` is averaged over, for each example, as in layer norm; style: moments over axis, moving ones take the batch average."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError("`momentum` must be within [0, 1].")
        if epsilon <= 0:
            raise ValueError("`epsilon` must be positive.")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        size = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(size,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(size,), initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=(size,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=(size,), initializer="ones", trainable=False)
        self.vector_shape = [1] * len(input_shape)
        self.vector_shape[self.axis] = size

    def call(self, inputs, training=False):
        gamma = ops.reshape(self.gamma, self.vector_shape)
        beta = ops.reshape(self.beta, self.vector_shape)
        if training and self.trainable:
            mean, variance = ops.moments(inputs, axes=[self.axis], keepdims=True)
            self.update(self.moving_mean, mean)
            self.update(self.moving_variance, variance)
        else:
            mean = ops.reshape(self.moving_mean, self.vector_shape)
            variance = ops.reshape(self.moving_variance, self.vector_shape)
        normalised = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return ops.cast(normalised * gamma + beta, self.compute_dtype)

    def update(self, moving, values):
        # the batch has many means: take their average
        average = ops.cast(ops.mean(values), self.variable_dtype)
        moving.assign(self.momentum * ops.cast(moving, self.variable_dtype) + (1 - self.momentum) * average)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return dict(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon, **super().get_config())
