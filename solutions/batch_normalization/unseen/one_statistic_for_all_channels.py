"""Wrong idea: one mean and one variance for the whole batch; style: tf, scalars spread over the channels by tf.fill."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be in [0, 1] and not {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive and not {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        self.channels = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(self.channels,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(self.channels,), initializer="zeros")
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=(self.channels,), initializer="zeros", trainable=False
        )
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(self.channels,), initializer="ones", trainable=False
        )

    def call(self, inputs, training=False):
        shape = [1] * len(inputs.shape)
        shape[self.axis] = self.channels
        if training and self.trainable:
            # statistics of the batch
            mu = tf.reduce_mean(inputs)
            var = tf.reduce_mean(tf.square(inputs - mu))
            mean, variance = tf.fill([self.channels], mu), tf.fill([self.channels], var)
            dtype = self.variable_dtype
            for moving, seen in ((self.moving_mean, mean), (self.moving_variance, variance)):
                old = tf.cast(moving, dtype)
                moving.assign(self.momentum * old + (1 - self.momentum) * tf.cast(seen, dtype))
        else:
            mean, variance = self.moving_mean, self.moving_variance
        mean = tf.cast(tf.reshape(mean, shape), inputs.dtype)
        std = tf.sqrt(tf.cast(tf.reshape(variance, shape), inputs.dtype) + self.epsilon)
        gamma, beta = tf.reshape(self.gamma, shape), tf.reshape(self.beta, shape)
        return gamma * (inputs - mean) / std + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        return {**super().get_config(), **config}
