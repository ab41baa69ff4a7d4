"""Wrong idea: the new moving statistics only reach local variables; style: helper returns the pair, tf functions."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0.0 or momentum > 1.0:
            raise ValueError(f"momentum must be between 0 and 1, is {momentum}")
        if epsilon <= 0.0:
            raise ValueError(f"epsilon must be positive, is {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        n = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(n,), initializer="ones", trainable=True)
        self.beta = self.add_weight(name="beta", shape=(n,), initializer="zeros", trainable=True)
        self.moving_mean = self.add_weight(name="moving_mean", shape=(n,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=(n,), initializer="ones", trainable=False)

    def statistics(self, inputs, axes, training):
        moving_mean = tf.cast(self.moving_mean, inputs.dtype)
        moving_variance = tf.cast(self.moving_variance, inputs.dtype)
        if training:
            mean, variance = tf.nn.moments(inputs, axes)
            # moving averages for later
            moving_mean = self.momentum * moving_mean + (1 - self.momentum) * mean
            moving_variance = self.momentum * moving_variance + (1 - self.momentum) * variance
            return mean, variance
        return moving_mean, moving_variance

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axes = list(range(rank))
        del axes[self.axis]
        mean, variance = self.statistics(inputs, axes, training and self.trainable)
        shape = [1] * rank
        shape[self.axis] = -1
        scale = tf.reshape(tf.cast(self.gamma, inputs.dtype) / tf.sqrt(variance + self.epsilon), shape)
        shift = tf.reshape(tf.cast(self.beta, inputs.dtype), shape)
        return (inputs - tf.reshape(mean, shape)) * scale + shift

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["momentum"] = self.momentum
        config["epsilon"] = self.epsilon
        return config
