"""Wrong idea: every call updates the moving statistics, also one at inference; style: statistics measured first in all cases, tf functions."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"BatchNormalization: momentum={momentum} is outside of [0, 1]")
        if not epsilon > 0:
            raise ValueError(f"BatchNormalization: epsilon={epsilon} must be > 0")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        self.channel_axis = self.axis % rank
        self.other_axes = [i for i in range(rank) if i != self.channel_axis]
        n = input_shape[self.channel_axis]
        self.target = [n if i == self.channel_axis else 1 for i in range(rank)]
        self.gamma = self.add_weight(shape=(n,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(n,), initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=(n,), initializer="zeros", name="moving_mean", trainable=False)
        self.moving_variance = self.add_weight(shape=(n,), initializer="ones", name="moving_variance", trainable=False)

    def call(self, inputs, training=False):
        x = tf.convert_to_tensor(inputs)
        batch_mean = tf.reduce_mean(x, self.other_axes)
        batch_variance = tf.math.reduce_variance(x, self.other_axes)
        old_mean = tf.convert_to_tensor(self.moving_mean)
        old_variance = tf.convert_to_tensor(self.moving_variance)

        # keep the statistics up to date
        self.moving_mean.assign(self.momentum * old_mean + (1 - self.momentum) * batch_mean)
        self.moving_variance.assign(self.momentum * old_variance + (1 - self.momentum) * batch_variance)

        if training and self.trainable:
            mean, variance = batch_mean, batch_variance
        else:
            mean, variance = old_mean, old_variance

        def line_up(v):
            return tf.reshape(tf.convert_to_tensor(v), self.target)

        x = (x - line_up(mean)) / tf.sqrt(line_up(variance) + self.epsilon)
        return line_up(self.gamma) * x + line_up(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
